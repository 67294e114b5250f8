import type { List } from "mdast";
import type { FlowContent } from "./flow-content";

/** Blocks to look through for the rest of an ordered list. */
const MAX_BETWEEN = 6;

/**
 * Blocks without indentation cut a list in pieces ("1. …", code, "2. …"): for a reader it is one list, and the
 * blocks belong to the step above them. Between bullets only code and pictures do so. Code below the last step
 * belongs to it when the step ends with a colon, is the only one, code stood so below another one, or no blank line stands
 * between. So do blocks that are indented less than Markdown asks for ("1. …", then "  - …"), and what is expected, directly
 * below code.
 *
 * @param list the piece that was read; `stepText` its last step; `at` the index behind it; `isCut` other pieces
 *   stand above it; `isField` tells what is expected
 * @returns the blocks of that step, and the next piece, which stands directly behind them
 */
export function continuationOf(
  list: List,
  stepText: string,
  nodes: readonly FlowContent[],
  at: number,
  isCut: boolean,
  isField: (node: FlowContent | undefined) => boolean,
): { between: readonly FlowContent[]; next: List | null } {
  const number = (list.start ?? 1) + list.children.length;
  const behind = endOfIndented(list, nodes, at);
  if (behind > at) {
    const after = nodes[behind];
    const isNext = after?.type === "list" && after.ordered === list.ordered && startsAt(after, [number, 1]);
    return { between: nodes.slice(at, behind), next: isNext ? after : null };
  }
  for (let i = at; i <= at + MAX_BETWEEN; i++) {
    const node = nodes[i];
    const goesOn = node?.type === "list" && node.ordered === list.ordered;
    if (goesOn && i > at && (!list.ordered || node.start === number))
      return { between: nodes.slice(at, i), next: node };
    if (!list.ordered && !(node && isCodeOrPicture(node))) break;
  }
  const [item, ...others] = list.children;
  const isLone = others.length === 0 && typeof item?.checked !== "boolean";
  const isTouching = nodes[at]?.position?.start.line === (list.position?.end.line ?? 0) + 1;
  const hasCode = nodes[at]?.type === "code" && (stepText.endsWith(":") || isCut || isLone || isTouching);
  let end = hasCode ? at + 1 : at;
  if (hasCode || list.children.at(-1)?.children.at(-1)?.type === "code") while (isField(nodes[end])) end++;
  return { between: nodes.slice(at, end), next: null };
}

/** The index behind the blocks that begin further right than the list, each by less than its items' text. */
function endOfIndented(list: List, nodes: readonly FlowContent[], at: number): number {
  const left = columnOf(list);
  let end = at;
  while (end < nodes.length && columnOf(nodes[end]) > left) end++;
  return end;
}

function columnOf(node: FlowContent | undefined): number {
  return node?.position?.start.column ?? 1;
}

function startsAt(list: List, numbers: readonly number[]): boolean {
  return !list.ordered || numbers.includes(list.start ?? 1);
}

function isCodeOrPicture(node: FlowContent): boolean {
  if (node.type === "paragraph") return node.children.every(({ type }) => type === "image");
  return node.type === "code";
}

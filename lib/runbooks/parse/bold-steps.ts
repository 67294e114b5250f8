import type { Paragraph } from "mdast";
import { linesOf } from "./blocks";
import { splitLines, type TextLine } from "./fields";
import type { FlowContent } from "./flow-content";
import { joinLines, plainText, readInlines } from "./inline";
import { nestedReader } from "./step-items";
import { makeStep } from "./make-step";
import type { Scope } from "./scope";
import { readStepBody } from "./step-body";
import type { Inline, ParsedStep } from "./types";

/**
 * Whether a paragraph is a step by itself: `**1. Drain the node**`, `**Step 1:** drain it`, `Step 2 - look at the log`,
 * and what other tools write for a number or a box: `1\\. Drain the node`, `#. Drain the node`, `1️⃣ Drain the node`,
 * `☐ Drain the node`.
 */
export function isNumberedParagraph(inlines: readonly Inline[]): boolean {
  const first = inlines[0];
  if (first?.type === "text")
    return /^(?:step\s+\d{1,3}\s*[-–—:.)]|(?:\d{1,3}|#)[.)]|\d\uFE0F?\u20E3|[☐⬜▢])\s+\S/iu.test(first.text);
  if (first?.type !== "strong") return false;
  const words = plainText([first]);
  if (/^(?:step\s+)?\d{1,3}[.):]\s+\S/i.test(words)) return true;
  // "**Step 1:** Drain the node"
  return (
    /^(?:step\s+\d{1,3}\s*[-–—:.)]?|\d{1,3}[.):])$/i.test(words) &&
    /^\s*[-–—:.)]?\s*\S/.test(plainText(inlines.slice(1)))
  );
}

/**
 * The steps in a paragraph of lines that each begin with such a number or box, the last with the code directly below it.
 *
 * @returns with how many blocks they take; null for any other paragraph
 */
export function readMarkedLines(
  node: Paragraph,
  next: FlowContent | undefined,
  scope: Scope,
): { steps: ParsedStep[]; count: number } | null {
  const lines = splitLines(readInlines(node.children, scope.definitions), linesOf(node).start);
  const isMarked = ({ inlines: [first] }: TextLine) =>
    first?.type === "text" && /^\s*(?:(?:\d{1,3}|#)[.)]|\d\uFE0F?\u20E3|[☐⬜▢])\s+\S/u.test(first.text);
  if (lines.length < 2 || !lines.every(isMarked)) return null;
  const place = { parentKey: null, groupKey: null, choiceKey: null, depth: 0 };
  const steps = lines.map(({ inlines, line }) =>
    makeStep(joinLines(inlines), { origin: "paragraph", lines: { start: line, end: line } }, place, scope),
  );
  const last = steps.at(-1);
  if (!last || next?.type !== "code" || isChosen(next, scope)) return { steps, count: 1 };
  readStepBody(last, [next], scope, nestedReader(scope));
  last.lines = { start: last.lines.start, end: linesOf(next).end };
  return { steps, count: 2 };
}

/** The index behind the blocks that belong to such a paragraph: up to the next one, the list that counts on, or a rule. */
export function boldStepEnd(nodes: readonly FlowContent[], at: number, scope: Scope): number {
  const number = numberOf(nodes[at], scope);
  for (let i = at + 1; i < nodes.length; i++) {
    const node = nodes[i];
    if (node?.type === "thematicBreak" || (node && isChosen(node, scope))) return i;
    if (node?.type === "list" && node.ordered && number !== null && node.start === number + 1) return i;
    if (node?.type === "paragraph" && isNumberedParagraph(readInlines(node.children, scope.definitions)))
      return i;
  }
  return nodes.length;
}

function numberOf(node: FlowContent | undefined, scope: Scope): number | null {
  if (node?.type !== "paragraph") return null;
  const [, digits] =
    /^(?:step )?(\d{1,3})\b/i.exec(plainText(readInlines(node.children, scope.definitions))) ?? [];
  return digits === undefined ? null : Number(digits);
}

function isChosen(node: FlowContent, scope: Scope): boolean {
  return node.type !== "list" && ![null, "note"].includes(scope.choices.peek(linesOf(node).start));
}

/** @param nodes the paragraph and the blocks that belong to it */
export function readBoldStep(
  inlines: readonly Inline[],
  nodes: readonly FlowContent[],
  scope: Scope,
): ParsedStep[] {
  const [head, ...body] = nodes;
  const first = head ? linesOf(head) : { start: 1, end: 1 };
  const last = nodes.at(-1);
  const step = makeStep(
    joinLines(inlines),
    { origin: "paragraph", lines: { start: first.start, end: last ? linesOf(last).end : first.end } },
    { parentKey: null, groupKey: null, choiceKey: null, depth: 0 },
    scope,
  );
  return [step, ...readStepBody(step, body, scope, nestedReader(scope))];
}

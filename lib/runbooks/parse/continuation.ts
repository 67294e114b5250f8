import type { List } from "mdast";
import type { FlowContent } from "./flow-content";

/** Blocks to look through for the rest of an ordered list. */
const MAX_BETWEEN = 6;

/**
 * Blocks without indentation cut an ordered list in pieces ("1. …", code, "2. …"): for a reader it is one
 * list, and the blocks belong to the step above them. So does code under a step that ends with a colon.
 *
 * @param list the piece that was read; `stepText` its last step; `at` the index behind it
 * @returns the blocks of that step, and the next piece, which stands directly behind them
 */
export function continuationOf(
  list: List,
  stepText: string,
  nodes: readonly FlowContent[],
  at: number,
): { between: readonly FlowContent[]; next: List | null } {
  const number = (list.start ?? 1) + list.children.length;
  for (let i = at; list.ordered && i <= at + MAX_BETWEEN; i++) {
    const node = nodes[i];
    if (node?.type === "list" && node.ordered && node.start === number && i > at) {
      return { between: nodes.slice(at, i), next: node };
    }
  }
  const hasCode = nodes[at]?.type === "code" && stepText.endsWith(":");
  return { between: hasCode ? nodes.slice(at, at + 1) : [], next: null };
}

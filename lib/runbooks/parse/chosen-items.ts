import type { Code } from "mdast";
import { languageOf, linesOf, readBlock, readBlocks } from "./blocks";
import type { ChosenRole } from "./choice-lookup";
import { makeCriterion } from "./criteria";
import { readFenceSteps } from "./fence-steps";
import type { FlowContent } from "./flow-content";
import { addDetails, makeStep, type Place } from "./make-step";
import type { Scope } from "./scope";
import type { Inline, SectionItem } from "./types";

const ALONE: Place = { parentKey: null, groupKey: null, choiceKey: null, depth: 0 };

/**
 * A paragraph that was chosen to be a step or an exit criterion. Code directly below a step belongs to it.
 *
 * @param nodes the paragraph and the node behind it
 * @returns null when nothing of the kind was chosen; else the item, and how many of the nodes it took
 */
export function chosenParagraph(
  chosen: ChosenRole | null,
  inlines: Inline[],
  [node, next]: readonly FlowContent[],
  scope: Scope,
): { items: SectionItem[]; count: number } | null {
  if (!node || chosen === null || chosen === "note" || chosen === "group") return null;
  const lines = linesOf(node);
  if (chosen === "criterion") return { items: [makeCriterion(inlines, [], lines, scope)], count: 1 };
  const code = next?.type === "code" && scope.choices.peek(linesOf(next).start) === null ? [next] : [];
  const range = { start: lines.start, end: linesOf(code[0] ?? node).end };
  const step = makeStep(inlines, { origin: "paragraph", lines: range }, ALONE, scope);
  addDetails(step, readBlocks(code, scope.definitions));
  return { items: [step], count: 1 + code.length };
}

/**
 * The steps of a code block: its numbered comments; or, chosen to be a step, the whole of it, named by its first
 * comment or line.
 *
 * @returns null when it stays code
 */
export function chosenCode(chosen: ChosenRole | null, node: Code, scope: Scope): SectionItem[] | null {
  // For a flowchart "step" means that it is walked.
  if (chosen === "note" || languageOf(node)?.toLowerCase() === "mermaid") return null;
  const numbered = readFenceSteps(node, null, scope);
  if (numbered || chosen !== "step") return numbered;
  const blocks = readBlock(node, scope.definitions);
  const command = blocks.flatMap((block) => (block.type === "code" ? block.commands : []))[0];
  const text =
    command?.comment?.replace(/\s+/g, " ") ?? command?.text ?? node.value.trim().split("\n", 1)[0] ?? "";
  if (text === "") return null;
  const name: Inline = command && command.comment === null ? { type: "code", text } : { type: "text", text };
  const step = makeStep([name], { origin: "paragraph", lines: linesOf(node) }, ALONE, scope);
  step.commands.length = 0;
  addDetails(step, blocks);
  return [step];
}

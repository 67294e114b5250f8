import type { Heading } from "mdast";
import { linesOf } from "./blocks";
import { inEnglish } from "./glossary";
import { plainText } from "./inline";
import { makeStep, type Place } from "./make-step";
import type { Draft } from "./outline";
import type { Scope } from "./scope";
import { addBody } from "./step-body";
import type { Block, Inline, ParsedStep, SectionItem } from "./types";
import { isActionSection, isNoteHeading, isWayOut } from "./roles";
import { headsAction, isInstruction } from "./words";

const ALONE: Place = { parentKey: null, groupKey: null, choiceKey: null, depth: 0 };

/**
 * The step that a section is whose heading is one ("### 2. Find the snapshot", "### Step 3: …") and which holds
 * nothing to tick: what stands below it belongs to the step.
 *
 * @param items what was read below the heading
 * @returns null when the section is none
 */
export function headingStep(
  draft: Draft,
  inlines: readonly Inline[],
  items: readonly SectionItem[],
  scope: Scope,
): ParsedStep | null {
  if (!draft.heading || (scope.chosen !== null && scope.chosen !== "step")) return null;
  const number = numberOf(plainText(inlines), scope.chosen === "step");
  const blocks = items.flatMap((item) => (item.type === "note" ? [item.block] : []));
  if (number === null || blocks.length < items.length || blocks.some(isChart)) return null;
  const [first, ...others] = blocks;
  // "Step 2" alone says nothing: what stands below it does.
  if (/^step\s+\d{1,3}[^\p{L}\p{N}]*$/iu.test(inEnglish(plainText(inlines))) && first?.type === "paragraph")
    return stepOf(draft.heading, first.inlines, "", others, scope, first.lines.end);
  return stepOf(draft.heading, inlines, number, blocks, scope);
}

/**
 * The step that a section is, when commands are all that there is to do below its heading: where that announces a way out
 * ("## Rollback") or stands below one; and where it tells what to do ("### Enable the timer"), in a document that lists
 * no steps.
 *
 * @param items the section, its paragraphs read for steps
 */
export function commandedStep(
  draft: Draft,
  inlines: readonly Inline[],
  items: readonly SectionItem[],
  scope: Scope,
  { hasListed }: { hasListed: boolean },
): ParsedStep | null {
  const blocks = items.flatMap((item) => (item.type === "note" ? [item.block] : []));
  const commands = blocks.some(
    (block) => block.type === "code" && block.commands.length + block.http.length > 0,
  );
  if (
    !draft.heading ||
    scope.chosen !== null ||
    !commands ||
    blocks.length < items.length ||
    blocks.some(isChart)
  )
    return null;
  if (blocks.some((block) => scope.choices.peek(block.lines.start) !== null)) return null;
  if (isNoteHeading(scope.heading)) return null;
  const calls = hasListed
    ? [scope.heading, scope.path.at(-2) ?? ""].some((title) => isWayOut(title) || ASKS_HOW.test(title)) ||
      CHECKS.test(scope.heading)
    : headsAction(scope.heading) || isActionSection(scope.heading, scope.path.at(-2));
  if (!calls) return null;
  return stepOf(draft.heading, inlines, "", blocks, scope);
}

/** What comes after a way out: "Verification", "5. Clean up". */
const CHECKS =
  /^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:verif(?:y|ication)|validat(?:e|ion)|clean[- ]?up|(?:post-?|health )?checks?)\W*$/i;

/** "How to ban an address", "How do I …". */
const ASKS_HOW = /^how (?:to|(?:do|can) (?:i|we|you))\b/i;

function stepOf(
  heading: Heading,
  inlines: readonly Inline[],
  number: string,
  blocks: readonly Block[],
  scope: Scope,
  end = linesOf(heading).end,
): ParsedStep {
  const { start } = linesOf(heading);
  const lines = { start, end: Math.max(end, ...blocks.slice(-1).map((block) => block.lines.end)) };
  const step = makeStep(withoutFirst(inlines, number), { origin: "paragraph", lines }, ALONE, scope);
  addBody(step, blocks);
  return step;
}

/** How much of a heading is the number of its step; null when it heads no step. */
function numberOf(title: string, chosen: boolean): string | null {
  const [, word, rest = ""] = /^(\p{L}+)(\s+\d{1,3}(?:\s*[.):–—-]+\s*(?=\S))?)/u.exec(title) ?? [];
  if (word && /^step$/i.test(inEnglish(word))) {
    const step = word + rest;
    return step.length < title.length && !/[.):–—-]\s*$/.test(step) ? "" : step;
  }
  if (/^(?:option|method|variant|alternative)\s+(?:\d{1,2}|[a-h])\s*[.):–—-]+\s*\S/i.test(title)) return "";
  const [number = ""] =
    /^(?:\d{1,3}(?:(?:\.\d{1,3})*[.):]?|\uFE0F?\u20E3)|[A-Z][.)])\s+(?:[–—-]\s+)?(?=\S)/.exec(title) ?? [];
  return chosen || (number !== "" && isInstruction(title.slice(number.length))) ? number : null;
}

/** Without the number; a heading that is nothing but its number stays. */
function withoutFirst(inlines: readonly Inline[], number: string): Inline[] {
  const [first, ...rest] = inlines;
  if (first?.type !== "text" || plainText(inlines).length <= number.length) return [...inlines];
  return [{ type: "text", text: first.text.trimStart().slice(number.length) }, ...rest];
}

/** Whether a block is a drawing in Mermaid: it is walked or shown by itself. */
export function isChart(block: Block): boolean {
  return block.type === "code" && block.lang?.toLowerCase() === "mermaid";
}

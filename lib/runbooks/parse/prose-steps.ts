import { makeCriterion } from "./criteria";
import { isChart } from "./heading-step";
import { addDetails, makeStep, type Place } from "./make-step";
import { isActionSection, isCriteria, isNoteHeading } from "./roles";
import type { Scope } from "./scope";
import type { Block, ParsedStep, SectionItem } from "./types";
import { plainText } from "./inline";
import { isInstruction, tellsReader } from "./words";

const ALONE: Place = { parentKey: null, groupKey: null, choiceKey: null, depth: 0 };

type Paragraph = Extract<Block, { type: "paragraph" }>;

/**
 * In a section without any list of steps and without a chart, the paragraphs that tell what to do are its steps, each with the code
 * directly below it: where commands stand below them, and wherever the heading calls for action.
 *
 * @param items what was read below the heading; `isTitle` it is the runbook's title, which calls for nothing
 */
export function proseSteps(items: readonly SectionItem[], scope: Scope, isTitle: boolean): SectionItem[] {
  const blocks = items.flatMap((item) => (item.type === "note" ? [item.block] : []));
  const isOther = blocks.length < items.length || blocks.some(isChart) || scope.chosen !== null;
  if (isOther || isNoteHeading(scope.heading)) return [...items];
  if (isCriteria(scope.heading)) return items.map((item) => asCriterion(item, scope));
  const isCalledFor =
    !isTitle && (isActionSection(scope.heading, scope.path.at(-2)) || isInstruction(scope.heading));
  const found: SectionItem[] = [];
  for (let at = 0; at < blocks.length;) {
    const [block, ...code] = withCode(blocks, at);
    at += 1;
    if (!block) break;
    if (block.type !== "paragraph" || !isStep(block, code, isCalledFor, scope)) {
      found.push({ type: "note", block });
      continue;
    }
    found.push(readStep(block, code, scope));
    at += code.length;
  }
  return found;
}

/** Under "Exit criteria" a paragraph is one, unless it leads into something. */
function asCriterion(item: SectionItem, scope: Scope): SectionItem {
  if (item.type !== "note" || item.block.type !== "paragraph") return item;
  const { inlines, lines } = item.block;
  if (/[:：]$/.test(plainText(inlines)) || scope.choices.peek(lines.start) !== null) return item;
  return makeCriterion(inlines, [], lines, scope);
}

/** A block and the code directly below it. */
function withCode(blocks: readonly Block[], at: number): Block[] {
  const end = blocks.findIndex((block, i) => i > at && block.type !== "code");
  return blocks.slice(at, end < 0 ? blocks.length : end);
}

function isStep(paragraph: Paragraph, code: readonly Block[], isCalledFor: boolean, scope: Scope): boolean {
  if (scope.choices.peek(paragraph.lines.start) !== null) return false;
  const sentences = plainText(paragraph.inlines).split(/(?<=[.!?:]["”’)]?)\s+(?=[\p{Lu}`])/u);
  const runs = code.some((block) => block.type === "code" && block.commands.length + block.http.length > 0);
  if (runs && sentences.some(tellsReader)) return true;
  const leadsOn = code.length === 0 && /[:：]$/.test(sentences.at(-1) ?? "");
  return isCalledFor && !leadsOn && tellsReader(sentences[0] ?? "");
}

function readStep(paragraph: Paragraph, code: readonly Block[], scope: Scope): ParsedStep {
  const lines = { start: paragraph.lines.start, end: (code.at(-1) ?? paragraph).lines.end };
  const step = makeStep(paragraph.inlines, { origin: "paragraph", lines }, ALONE, scope);
  addDetails(step, code);
  return step;
}

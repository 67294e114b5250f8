import { readCodeSpans } from "./commands";
import { makeCriterion } from "./criteria";
import { isChart } from "./heading-step";
import { makeStep, type Place } from "./make-step";
import { isActionSection, isCriteria, isLookedInto, isNoteHeading, isWayOut } from "./roles";
import type { Scope } from "./scope";
import { addBody, fieldOf } from "./step-body";
import type { Block, ParsedStep, SectionItem } from "./types";
import { plainText } from "./inline";
import { headsAction, leadsToCommand, tellsReader } from "./words";

const ALONE: Place = { parentKey: null, groupKey: null, choiceKey: null, depth: 0 };

/** Where the section stands. */
export type Where = { isTitle: boolean; hasListed: boolean };

type Paragraph = Extract<Block, { type: "paragraph" }>;

/**
 * A block; of a paragraph, what is to be run directly below it: code, or paragraphs that are nothing but a command; and
 * what is then expected.
 */
type Piece = { block: Block; code: Block[] };

/**
 * In a section without any list of steps and without a chart, the paragraphs that tell what to do are its steps, each
 * with the code directly below it: where commands stand below one of them, and where the heading calls for action.
 *
 * @param items what was read below the heading; `isTitle` it is the runbook's title, which calls for nothing;
 *   `hasListed` some section of the document lists or numbers its steps
 */
export function proseSteps(
  items: readonly SectionItem[],
  scope: Scope,
  { isTitle, hasListed }: Where,
): SectionItem[] {
  const blocks = items.flatMap((item) => (item.type === "note" ? [item.block] : []));
  if (blocks.some(isChart) || scope.chosen !== null || isNoteHeading(scope.heading)) return [...items];
  if (blocks.length < items.length) return besideList(items, scope);
  if (isCriteria(scope.heading)) return items.map((item) => asCriterion(item, scope));
  const pieces = piecesOf(blocks);
  const isHeaded =
    !isTitle &&
    (isActionSection(scope.heading, scope.path.at(-2)) ||
      isLookedInto(scope.path.at(-2)) ||
      headsAction(scope.heading));
  const runs = (piece: Piece) => tellsToRun(piece) || ((isHeaded || !hasListed) && leadsToRun(piece));
  const isCalledFor = isHeaded || pieces.some(runs);
  const begins = ({ block, code }: Piece) => block.type === "paragraph" && tellsWhatToDo(block, code);
  const isStep = (piece: Piece) => runs(piece) || (isCalledFor && begins(piece));
  // Where no paragraph begins with what to do, one that comes to it is all that a way out has to offer.
  const comes = isWayOut(scope.heading) && !pieces.some(isStep) ? comesToIt : isStep;
  return pieces.flatMap((piece) => readPiece(piece, comes(piece), scope));
}

/** Whether an item is a step by the rules, not by a person's choice. */
export function isListed(item: SectionItem, { chosen, choices }: Scope): boolean {
  if (item.type !== "step" || item.depth > 0 || chosen !== null) return false;
  return choices.peek(item.lines.start) === null;
}

/** Beside steps of a list, a paragraph with commands directly below it that tells to run them is one, too. */
function besideList(items: readonly SectionItem[], scope: Scope): SectionItem[] {
  if (items.some(({ type }) => type === "criterion") || !items.some((item) => isListed(item, scope)))
    return [...items];
  const read: SectionItem[] = [];
  let notes: Block[] = [];
  const close = () => {
    for (const piece of piecesOf(notes))
      for (const item of readPiece(piece, tellsToRun(piece) && !isOtherWay(piece), scope)) read.push(item);
    notes = [];
  };
  for (const item of items) {
    if (item.type === "note") {
      notes.push(item.block);
      continue;
    }
    close();
    read.push(item);
  }
  close();
  return read;
}

/** "Or use the client:" is another way to do what the list says. */
function isOtherWay({ block }: Piece): boolean {
  return block.type === "paragraph" && /^(?:or|alternatively|instead)\b/i.test(plainText(block.inlines));
}

function readPiece({ block, code }: Piece, isStep: boolean, scope: Scope): SectionItem[] {
  if (block.type !== "paragraph" || !isStep || scope.choices.peek(block.lines.start) !== null)
    return [block, ...code].map((kept) => ({ type: "note", block: kept }));
  return [readStep(block, code, scope)];
}

/** Some sentence of a paragraph that leads into nothing tells what to do. */
function comesToIt({ block, code }: Piece): boolean {
  if (block.type !== "paragraph") return false;
  const sentences = sentencesOf(block);
  return (code.length > 0 || !/[:：]$/.test(sentences.at(-1) ?? "")) && sentences.some(tellsReader);
}

/** Under "Exit criteria" a paragraph is one, unless it leads into something. */
function asCriterion(item: SectionItem, scope: Scope): SectionItem {
  if (item.type !== "note" || item.block.type !== "paragraph") return item;
  const { inlines, lines } = item.block;
  if (/[:：]$/.test(plainText(inlines)) || scope.choices.peek(lines.start) !== null) return item;
  return makeCriterion(inlines, [], lines, scope);
}

function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    const isBelow = joins(block) || fieldOf(block) !== null;
    const goesOn = block.type === "code" || isCommandAlone(block) || (isBelow && last?.code.length);
    if (goesOn && last?.block.type === "paragraph") last.code.push(block);
    else pieces.push({ block, code: [] });
  }
  return pieces;
}

/** A paragraph that is one command in a code span. */
function isCommandAlone(block: Block): boolean {
  if (block.type !== "paragraph") return false;
  const seen = block.inlines.filter((inline) => plainText([inline]).trim() !== "");
  return seen.length === 1 && seen[0]?.type === "code" && runsIn(block) > 0;
}

/** A paragraph that is nothing but "or" stands between two commands of one step. */
function joins(block: Block): boolean {
  return block.type === "paragraph" && /^\W*(?:or|and)\W*$/i.test(plainText(block.inlines));
}

function runsIn(block: Block): number {
  if (block.type !== "code" && block.type !== "paragraph") return 0;
  const { commands, http } = block.type === "code" ? block : readCodeSpans(block.inlines, block.lines);
  return commands.length + http.length;
}

/** Some sentence above commands tells what to do. */
function tellsToRun({ block, code }: Piece): boolean {
  if (block.type !== "paragraph" || !code.some((below) => runsIn(below) > 0)) return false;
  return sentencesOf(block).some(tellsReader);
}

/** The last one says that the reader runs them: "To list them:". */
function leadsToRun({ block, code }: Piece): boolean {
  if (block.type !== "paragraph" || !code.some((below) => runsIn(below) > 0)) return false;
  return leadsToCommand(sentencesOf(block).at(-1) ?? "");
}

/** It begins with what to do, and leads into nothing but code. */
function tellsWhatToDo(paragraph: Paragraph, code: readonly Block[]): boolean {
  const sentences = sentencesOf(paragraph);
  const leadsOn = code.length === 0 && /[:：]$/.test(sentences.at(-1) ?? "");
  return !leadsOn && tellsReader(sentences[0] ?? "");
}

function sentencesOf({ inlines }: Paragraph): string[] {
  return plainText(inlines).split(/(?<=[.!?:]["”’)]?)\s+(?=[\p{Lu}`])/u);
}

function readStep(paragraph: Paragraph, code: readonly Block[], scope: Scope): ParsedStep {
  const lines = { start: paragraph.lines.start, end: (code.at(-1) ?? paragraph).lines.end };
  const step = makeStep(paragraph.inlines, { origin: "paragraph", lines }, ALONE, scope);
  addBody(step, code);
  return step;
}

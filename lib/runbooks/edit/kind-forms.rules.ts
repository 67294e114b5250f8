import type { RoleChoice } from "../parse/choices";
import type { Block, LineRange, ParsedRunbook, SectionItem } from "../parse/types";
import type { Item } from "./list-items.rules";
import { listOf, type Outline } from "./outline.rules";
import { joinLines } from "./source-lines.rules";

/** What a piece of a runbook can be; `alternative` and `sequence` say it of the whole list that it is in. */
export type Kind = RoleChoice["as"];

/** A document in which a piece is written as another kind. */
export interface Form {
  source: string;
  /** The lines whose reading may be another then. */
  lines: LineRange;
}

/**
 * The ways in which Markdown says that a list item is something else, the plainest first. Each leaves all lines where
 * they are. What else a list holds has a say in what an item is: only reading a form tells whether it says so, see
 * `saysOnly`.
 * @param line where the item begins, from 1
 */
export function formsOf(outline: Outline, line: number, as: Kind): Form[] {
  const item = outline.byStart.get(line - 1);
  if (!item) return [];
  switch (as) {
    case "note":
      return [headed(outline, item, { box: "", rest: `Note: ${item.rest}` })];
    case "step": {
      const rest = item.rest.replace(CALLED_NOTE, "");
      const bare = rest === item.rest ? [] : [headed(outline, item, { rest })];
      return [...bare, headed(outline, item, { box: "[ ] ", rest })];
    }
    case "group":
      return item.end > item.start && !item.rest.includes("*")
        ? [headed(outline, item, { box: "", rest: `**${item.rest.replace(/[\s:.]+$/, "")}:**` })]
        : [];
    case "alternative":
    case "sequence":
      return joined(outline, item, as === "alternative");
    case "criterion":
      return [];
  }
}

const CALLED_NOTE = /^Note: (?=\S)/;

function headed(outline: Outline, item: Item, by: Partial<Pick<Item, "box" | "rest">>): Form {
  const { indent, marker, spaces, box, rest } = { ...item, ...by };
  return written(outline, [item], new Map([[item.start, indent + marker + spaces + box + rest]]));
}

/** All items of a list but the last end with "or"; or none does. */
function joined(outline: Outline, item: Item, on: boolean): Form[] {
  const list = listOf(outline, item);
  const texts = new Map<number, string>();
  for (const { start } of list.slice(0, -1)) {
    const end = [...outline.steps.values()].find((step) => step.item.start === start)?.textEnd ?? null;
    const text = end === null ? undefined : outline.lines[end]?.text;
    if (end === null || text === undefined) return [];
    texts.set(end, on ? `${text.replace(/[\s,;.]+$/, "")}, or` : text.replace(/,? or\s*$/i, ""));
  }
  return [written(outline, list, texts)];
}

function written({ lines }: Outline, items: readonly Item[], texts: ReadonlyMap<number, string>): Form {
  const source = joinLines(lines.map((line, index) => ({ ...line, text: texts.get(index) ?? line.text })));
  return { source, lines: { start: (items[0]?.start ?? 0) + 1, end: (items.at(-1)?.end ?? 0) + 1 } };
}

/**
 * Whether a form says what it is meant to, and nothing else: the piece is of this kind, and whatever stands on other
 * lines is what it was.
 */
export function saysOnly(
  before: ParsedRunbook,
  after: ParsedRunbook,
  lines: LineRange,
  { line, as }: { line: number; as: Kind },
): boolean {
  const outside = (parsed: ParsedRunbook) =>
    piecesOf(parsed).flatMap((piece) =>
      piece.line < lines.start || piece.line > lines.end ? `${piece.line} ${piece.key}` : [],
    );
  const piece = piecesOf(after).find((one) => one.line === line);
  return isOf(as, piece) && outside(before).join("\n") === outside(after).join("\n");
}

function isOf(as: Kind, piece: Piece | undefined): boolean {
  if (as === "alternative" || as === "sequence")
    return piece?.type === "step" && piece.isChoice === (as === "alternative");
  return piece?.type === as;
}

interface Piece {
  type: "section" | SectionItem["type"];
  line: number;
  key: string;
  isChoice?: boolean;
}

/** What stands on which line, in order. */
function piecesOf({ sections }: ParsedRunbook): Piece[] {
  return sections.flatMap(({ key, lines, flow, items }): Piece[] => [
    { type: "section", line: lines.start, key: `${key} ${flow?.lines.start ?? ""}` },
    ...items.flatMap(piecesIn),
  ]);
}

function piecesIn(item: SectionItem): Piece[] {
  if (item.type === "note") return notesIn([item.block]);
  const piece = { type: item.type, line: item.lines.start, key: item.key };
  if (item.type === "group") return [piece];
  const isChoice = item.type === "step" && item.choiceKey !== null;
  return [{ ...piece, isChoice, key: `${item.key} ${isChoice}` }, ...notesIn(item.details)];
}

function notesIn(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.type !== "list") return [{ type: "note", line: block.lines.start, key: block.type }];
    return block.items.flatMap(({ lines, blocks: below }) => [
      { type: "note", line: lines.start, key: "item" },
      ...notesIn(below.filter(({ type }) => type === "list")),
    ]);
  });
}

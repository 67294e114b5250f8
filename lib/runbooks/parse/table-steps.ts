import type { Table } from "mdast";
import { linesOf, readBlock } from "./blocks";
import { readCodeSpans } from "./commands";
import { offersWays } from "./conditions";
import { inEnglish } from "./glossary";
import { joinLines, plainText } from "./inline";
import { addDetails, makeStep } from "./make-step";
import { isNoteHeading, isReference } from "./roles";
import type { Scope } from "./scope";
import { setField } from "./step-body";
import type { Block, Inline, ParsedStep, SectionItem } from "./types";

type TableBlock = Extract<Block, { type: "table" }>;
type Row = TableBlock["rows"][number];

/** What the columns of a table of steps are, by their place; -1 for those that it does not have. */
type Columns = {
  number: number;
  text: number;
  command: number;
  expect: number;
  ifFails: number;
  when: number;
};

/**
 * The rows of a table of steps: one with a column that says what to do, and one that numbers the rows or holds their
 * commands. Its head stays a note.
 *
 * @returns null for any other table
 */
export function readTableSteps(node: Table, scope: Scope): SectionItem[] | null {
  const [table] = readBlock(node, scope.definitions);
  if (table?.type !== "table" || scope.chosen === "note" || isNoteHeading(scope.heading)) return null;
  const columns = columnsOf(table, scope.heading);
  if (!columns) return null;
  const start = linesOf(node).start;
  const head: TableBlock = { ...table, rows: [], lines: { start, end: start + 1 } };
  const choiceKey = isChoice(table, columns, scope)
    ? scope.keys.choice(scope.path, table.rows.map((row) => textOf(row, columns)).join("\n"))
    : null;
  const rows = table.rows.map((row): SectionItem => {
    const isNote = scope.choices.roleAt(row.line) === "note" || textOf(row, columns) === "";
    const lines = { start: row.line, end: row.line };
    return isNote
      ? { type: "note", block: { ...table, rows: [row], lines } }
      : readRow(row, { table, columns, choiceKey }, scope);
  });
  return [{ type: "note", block: head }, ...rows];
}

const NUMBER = /^(?:#|№|no\.?|nr\.?|order|(?:step|task)(?: ?(?:#|no\.?|number))?)$/i;
const TEXT = /^(?:actions?|steps?|tasks?|what to do|to do|instructions?|activity|activities|then)$/i;
/** Says what to do only in a table that numbers its rows. */
const TEXT_OF_NUMBERED = /^(?:checks?|description|details|item)$/i;
/** Says so, too, where each row has its command. */
const CHECK = /^checks?$/i;
const COMMAND = /^(?:commands?|how|command \/ .*)$/i;
const EXPECT =
  /^(?:expect(?:ed|ation)?(?: (?:results?|outputs?|outcomes?|values?))?|success criteria|good|healthy|normal|should be)$/i;
const IF_FAILS = /^(?:(?:if|when) (?:it|this) fails|(?:on|in case of) failure|rollback|fallback|back ?out)$/i;
const WHEN =
  /^(?:(?:possible |likely )?(?:causes?|symptoms?|conditions?|cases?|scenarios?|problems?|issues?|errors?)|if|when)$/i;

function columnsOf(table: TableBlock, heading: string): Columns | null {
  const heads = table.header.map((cell) => inEnglish(plainText(cell)));
  const find = (words: RegExp, other = -1) => heads.findIndex((head, at) => at !== other && words.test(head));
  const numbers = find(NUMBER);
  const isNumbered =
    table.rows.length > 0 && table.rows.every((row) => /^\d+[a-z]?[.)]?$/.test(cellText(row, numbers)));
  const number = isNumbered ? numbers : -1;
  const command = find(COMMAND);
  const runs = table.rows.map(
    (row) => readCodeSpans(row.cells[command] ?? [], FIRST_LINE).commands.length > 0,
  );
  const named = find(TEXT, number);
  const other = isNumbered ? TEXT_OF_NUMBERED : runs.every(Boolean) ? CHECK : null;
  const text = named < 0 && other ? find(other, number) : named;
  if (text < 0 || !(isNumbered || (runs.includes(true) && !isReference(heading)))) return null;
  return { number, text, command, expect: find(EXPECT), ifFails: find(IF_FAILS), when: find(WHEN, text) };
}

const FIRST_LINE = { start: 1, end: 1 };

function cellText(row: Row, at: number): string {
  return plainText(row.cells[at] ?? []);
}

function textOf(row: Row, { text }: Columns): string {
  return cellText(row, text);
}

/** Rows that have each a case of its own, where ways out are offered: one is enough. */
function isChoice(table: TableBlock, { number, when }: Columns, scope: Scope): boolean {
  const cases = new Set(table.rows.map((row) => cellText(row, when)));
  return number < 0 && when >= 0 && cases.size > 1 && !cases.has("") && offersWays(scope.heading);
}

function readRow(
  row: Row,
  { table, columns, choiceKey }: { table: TableBlock; columns: Columns; choiceKey: string | null },
  scope: Scope,
): ParsedStep {
  const place = { parentKey: null, groupKey: null, choiceKey, depth: 0 };
  const about = {
    origin: columns.number < 0 ? ("bullet" as const) : ("ordered" as const),
    lines: { start: row.line, end: row.line },
  };
  const step = makeStep(joinLines(row.cells[columns.text] ?? []), about, place, scope);
  step.condition ??= cellText(row, columns.when) || null;
  row.cells.forEach((cell, at) => {
    if (at === columns.number || at === columns.text || plainText(cell) === "") return;
    const inlines: Inline[] = [{ type: "text", text: `${plainText(table.header[at] ?? [])}: ` }, ...cell];
    const kind = FIELDS.find((field) => columns[field] === at);
    if (kind) setField(step, { kind, lines: [{ inlines, line: row.line }] });
    else addDetails(step, [{ type: "paragraph", inlines, lines: about.lines }]);
  });
  return step;
}

const FIELDS = ["command", "expect", "ifFails"] as const;

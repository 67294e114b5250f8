import { headWords } from "./head-words.rules";
import type {
  Block,
  FlowEdge,
  LineRange,
  ParsedFlow,
  ParsedRunbook,
  SectionItem,
} from "@/lib/runbooks/parse/types";

/** What one line of the source became. */
export interface LineMark {
  /** `plain`: blank, or only a sign around something else. */
  tone: "heading" | "step" | "decision" | "note" | "plain";
  /** Said at the end of the line on which a piece begins. */
  word: string | null;
  /** The innermost piece that the line belongs to. */
  piece: LineRange | null;
}

type Paint = (lines: LineRange, tone: LineMark["tone"], word: string | null) => void;

/**
 * What each line of a document became, line 1 first. Inner pieces paint over outer ones.
 * @param source its lines
 * @param isNew a new runbook takes its owner and the like from the head of the document
 */
export function lineMarks(parsed: ParsedRunbook, source: readonly string[], isNew = false): LineMark[] {
  const count = source.length;
  const marks = Array.from({ length: count }, (): LineMark => ({ tone: "plain", word: null, piece: null }));
  const paint: Paint = (lines, tone, word) => {
    for (let line = lines.start; line <= Math.min(lines.end, count); line++)
      marks[line - 1] = { tone, word: line === lines.start ? word : null, piece: lines };
  };
  for (const { use, lines } of parsed.lineUses) {
    if (use === "metadata") paint(lines, "note", "fact");
    if (use === "title" || use === "section") paint(lines, "heading", use);
  }
  for (const { lines } of parsed.notImported) paint(lines, "plain", "left out");
  for (const { line, word } of headWords(parsed, source, isNew))
    paint({ start: line, end: line }, word === null || word === "left out" ? "plain" : "note", word);
  for (const section of parsed.sections) paintItems(section.items, paint);
  const walked = new Set(parsed.sections.flatMap(({ flow }) => (flow ? [flow.lines.start] : [])));
  for (const { lines } of parsed.flowcharts)
    if (!walked.has(lines.start)) paint(lines, "note", "chart, only shown");
  for (const { flow } of parsed.sections) if (flow) paintFlow(flow, paint);
  for (const [line, word] of factLines(parsed)) {
    const mark = marks[line - 1];
    if (mark && mark.tone === "note") marks[line - 1] = { ...mark, word };
  }
  return marks;
}

/** Lines that are more than a note: they are looked for, told or called. */
export function factLines(parsed: ParsedRunbook): Map<number, string> {
  return new Map([
    ...parsed.contacts.map(({ line }): [number, string] => [line, "contact"]),
    ...parsed.escalation.map(({ line }): [number, string] => [line, "escalation"]),
    ...parsed.triggers.map(({ line }): [number, string] => [line, "trigger"]),
  ]);
}

function paintItems(items: readonly SectionItem[], paint: Paint): void {
  const options = new Map<string, number>();
  for (const item of items)
    if (item.type === "step" && item.choiceKey)
      options.set(item.choiceKey, (options.get(item.choiceKey) ?? 0) + 1);
  for (const item of items) {
    if (item.type === "note") paintBlock(item.block, paint);
    else if (item.type === "group") paint(item.lines, "step", "group");
    else {
      const of = item.type === "step" && item.choiceKey ? options.get(item.choiceKey) : undefined;
      paint(item.lines, "step", item.type === "criterion" ? "exit criterion" : of ? `one of ${of}` : "step");
    }
  }
}

function paintBlock(block: Block, paint: Paint): void {
  if (block.type === "list")
    block.items.forEach(({ blocks, lines }) => {
      paint(lines, "note", "note");
      for (const inner of blocks) if (inner.type === "list") paintBlock(inner, paint);
    });
  else if (block.type === "rule") paint(block.lines, "plain", null);
  else paint(block.lines, "note", WORDS[block.type] ?? "note");
}

const WORDS: Partial<Record<Block["type"], string>> = { code: "code", table: "table", definition: "link" };

function paintFlow(flow: ParsedFlow, paint: Paint): void {
  paint(flow.lines, "plain", "chart");
  const decisions = new Set(flow.nodes.filter(({ kind }) => kind === "decision").map(({ id }) => id));
  const lines = new Set([...flow.nodes, ...flow.edges].map(({ line }) => line));
  for (const line of lines) {
    const here = { start: line, end: line };
    const nodes = flow.nodes.filter((node) => node.line === line);
    const edges = flow.edges.filter((edge) => edge.line === line);
    const way = edges.find(({ loop }) => loop) ?? edges.find(({ from }) => decisions.has(from));
    if (nodes.some(({ kind }) => kind === "decision")) paint(here, "decision", "decision");
    else if (way) paint(here, "decision", wordOf(way));
    else paint(here, "step", nodes.length > 0 && nodes.every(({ kind }) => kind === "end") ? "end" : "step");
  }
}

function wordOf({ loop, label }: FlowEdge): string {
  return loop ? "loop" : (label ?? "answer");
}

import { finding } from "./findings";
import { createKeys, type Keys } from "./keys";
import { isBlank } from "./source";
import type { Block, ParsedRunbook, ParsedSection, SectionItem } from "./types";
import { PARSER_VERSION } from "./version";

/** Keeps lines as they are, as a note of the section in which they stand. */
export function keepLines(
  sections: ParsedSection[],
  source: readonly string[],
  from: number,
  to: number,
  keys: Keys,
): void {
  const section = sections.findLast(({ lines }) => lines.start <= from) ?? emptySection(sections, keys, to);
  const later = section.items.findIndex((item) => startOf(item) > from);
  const at = later < 0 ? section.items.length : later;
  section.items.splice(at, 0, { type: "note", block: literalBlock(source, from, to) });
  section.lines = { ...section.lines, end: Math.max(section.lines.end, to) };
}

/** A document of which nothing could be read: one section that holds its text. */
export function literalRunbook(source: readonly string[]): ParsedRunbook {
  const sections: ParsedSection[] = [];
  keepLines(sections, source, 1, source.length, createKeys());
  const total = source.filter((line) => !isBlank(line)).length;
  return {
    parserVersion: PARSER_VERSION,
    title: "Untitled runbook",
    titleLine: null,
    metadata: [],
    sections,
    triggers: [],
    escalation: [],
    contacts: [],
    flowcharts: [],
    decisions: [],
    cadenceMinutes: null,
    cadenceLine: null,
    lines: { total, accounted: total, notImported: 0 },
    notImported: [],
    lineUses: [{ use: "note", key: null, lines: { start: 1, end: source.length } }],
    findings: [
      finding("too-complex", 1, "This document cannot be read as Markdown. Its text is kept as it is."),
    ],
  };
}

function startOf(item: SectionItem): number {
  return item.type === "note" ? item.block.lines.start : item.lines.start;
}

function literalBlock(source: readonly string[], from: number, to: number): Block {
  const text = source.slice(from - 1, to).join("\n");
  return {
    type: "code",
    lang: null,
    meta: null,
    text,
    commands: [],
    http: [],
    lines: { start: from, end: to },
  };
}

/** Stands before the first heading. */
function emptySection(sections: ParsedSection[], keys: Keys, end: number): ParsedSection {
  const section: ParsedSection = {
    key: keys.section([]),
    parentKey: null,
    level: 0,
    title: "",
    inlines: [],
    kind: "notes",
    timeBoxMinutes: null,
    items: [],
    flow: null,
    lines: { start: 1, end },
  };
  sections.unshift(section);
  return section;
}

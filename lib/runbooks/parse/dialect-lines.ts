import type { List, RootContent } from "mdast";
import { linesOf } from "./blocks";
import { closesFence } from "./open-block";
import { walk } from "./walk-tree";

declare module "mdast" {
  interface ListData {
    /** Its items are the tabs of a site: one of them is read. */
    tabs?: boolean;
  }
}

/** A box within a box within …: nobody writes more of them. */
const MAX_DEPTH = 4;

/**
 * Lines in which documentation sites write boxes, folds and tabs, and lines with a no-break space behind their mark, as
 * Markdown that says the same, line for line: a box (`!!! note`, `??? note`, `:::note`) becomes a quote, a tab
 * (`=== "Linux"`) a bullet.
 *
 * @returns the lines, and the numbers (from 1) of those that head a tab
 */
export function inMarkdown(lines: readonly string[]): { lines: string[]; tabs: ReadonlySet<number> } {
  const tabs = new Set<number>();
  return { lines: convert(lines, { tabs, from: 1, depth: 0 }), tabs };
}

/** Marks the lists whose items are tabs. */
export function markTabs(nodes: readonly RootContent[], tabs: ReadonlySet<number>): void {
  if (tabs.size === 0) return;
  for (const top of nodes)
    walk(top, (node) => {
      if (node.type !== "list") return;
      if (node.children.every((item) => tabs.has(linesOf(item).start))) node.data = { tabs: true };
    });
}

/** Whether a list's items are tabs. */
export function isTabs(list: List): boolean {
  return list.data?.tabs === true;
}

type Reading = { tabs: Set<number>; from: number; depth: number };

function convert(lines: readonly string[], reading: Reading): string[] {
  const out: string[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    const fence = FENCE.exec(line)?.[1];
    if (fence) {
      const end = indexFrom(lines, at + 1, (text) => closesFence(text, fence));
      const next = end < 0 ? lines.length : end + 1;
      for (; at < next; at++) out.push(lines[at] ?? "");
      continue;
    }
    const box = reading.depth < MAX_DEPTH ? boxAt(lines, at, unclosed) : null;
    if (box) {
      out.push(`${box.margin}> **${box.title}**  `);
      const inner = convert(box.content, {
        ...reading,
        from: reading.from + at + 1,
        depth: reading.depth + 1,
      });
      for (const text of inner) out.push(`${box.margin}> ${text}`.trimEnd());
      if (box.isClosed) out.push(`${box.margin}>`);
      at = out.length;
      continue;
    }
    out.push(asTab(lines, at, reading) ?? withPlainSpace(line));
    at++;
  }
  return out;
}

/** A fence may open behind the mark of a list or quote. */
const FENCE = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}(?=[^`]*$)|~{3,})/;

type Box = { margin: string; title: string; content: string[]; isClosed: boolean };

function boxAt(lines: readonly string[], at: number, unclosed: Set<string>): Box | null {
  const line = (lines[at] ?? "").trimEnd();
  const [, margin = "", kind, title] = INDENTED_BOX.exec(line) ?? [];
  if (kind) {
    const content = indentedBelow(lines, at, margin);
    return content && { margin, title: named(kind, title), content, isClosed: false };
  }
  const [, before = "", marks, name, inBrackets, behind] = FENCED_BOX.exec(line) ?? [];
  if (!marks || !name || unclosed.has(marks)) return null;
  const end = indexFrom(lines, at + 1, (text) => text.trim() === marks);
  if (end < 0) {
    unclosed.add(marks);
    return null;
  }
  const content = lines
    .slice(at + 1, end)
    .map((text) => (text.startsWith(before) ? text.slice(before.length) : text));
  return { margin: before, title: named(name, inBrackets ?? behind), content, isClosed: true };
}

/** `!!! warning "Take care"`, `???+ note`. */
const INDENTED_BOX = /^(\s*)(?:!!!|\?\?\?\+?)\s*([a-z][\w-]*)(?:\s+[a-z][\w-]*)*(?:\s*"(.*)")?$/i;
/** `:::warning Take care`, `:::note[Take care]`, `::: {.callout-note}`. */
const FENCED_BOX = /^(\s*)(:{3,})\s*(?:\{\.?)?([a-z][\w-]*)\}?(?:\[(.*)\]|\s+(\S.*))?$/i;

function named(kind: string, title: string | undefined): string {
  return title ? `${kind}: ${title}` : kind;
}

/** What stands below a line, further right by a tab or four spaces; null where nothing does. */
function indentedBelow(lines: readonly string[], at: number, margin: string): string[] | null {
  const content: string[] = [];
  let length = 0;
  for (let i = at + 1; i < lines.length; i++) {
    const text = lines[i] ?? "";
    const isBlank = text.trim() === "";
    const [indent = ""] = text.startsWith(margin)
      ? (/^(?: {4}|\t)/.exec(text.slice(margin.length)) ?? [])
      : [];
    if (!isBlank && indent === "") break;
    content.push(isBlank ? "" : text.slice(margin.length + indent.length));
    if (!isBlank) length = content.length;
  }
  return length === 0 ? null : content.slice(0, length);
}

function indexFrom(lines: readonly string[], from: number, fits: (line: string) => boolean): number {
  for (let i = from; i < lines.length; i++) if (fits(lines[i] ?? "")) return i;
  return -1;
}

/** `=== "Linux"` with something below it. */
function asTab(lines: readonly string[], at: number, { tabs, from }: Reading): string | null {
  const [, margin = "", title] = /^(\s*)===[!+]?\s+"([^"]+)"\s*$/.exec(lines[at] ?? "") ?? [];
  const below = lines.slice(at + 1, at + 4).find((text) => text.trim() !== "");
  if (!title || !below?.startsWith(margin) || !/^(?: {4}|\t)/.test(below.slice(margin.length))) return null;
  tabs.add(from + at);
  return `${margin}+ **${title}**`;
}

/** A no-break space behind the mark of a heading or a list looks like any other, and would keep it from being one. */
function withPlainSpace(line: string): string {
  return line.replace(/^((?:\s|>)*(?:#{1,6}|[-*+]|\d{1,9}[.)]))\u00A0/, "$1 ");
}

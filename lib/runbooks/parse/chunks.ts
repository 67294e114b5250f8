import type { MarginFences } from "./margin-fence";
import { closesFence } from "./open-block";

/** Characters that a piece should have before it is cut at a good place, a fair one, or anywhere. */
const GOOD = 1_500;
const FAIR = 4_000;
const ANYWHERE = 8_000;
/** Tables and fences are cheap to read; tables fall apart when cut. */
const IN_TABLE = 64_000;

/**
 * Where the next piece of a document ends: before code at the margin, before a heading, or before a paragraph or quote at the margin under
 * a blank line (both end every open list, quote and table); failing that, between two items of a list.
 *
 * @param lines the document; `from` the index at which the piece starts
 * @param soon take the first good place, however short the piece
 * @returns the index after the piece's last line
 */
export function nextCut(lines: readonly string[], from: number, fences: MarginFences, soon = false): number {
  const frontMatter = from === 0 ? frontMatterEnd(lines) : null;
  if (frontMatter !== null) return frontMatter;
  let size = soon ? GOOD : 0;
  let fence: string | null = null;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if ((i > from || soon) && size >= limitAt(line, lines[i - 1] ?? "", fence !== null)) return i;
    if (i > from && fence === null && fences(i) !== null) return i;
    size += line.length + 1;
    if (fence === null) fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
    else if (closesFence(line, fence)) fence = null;
  }
  return lines.length;
}

/** The size from which a piece may end before this line. */
function limitAt(line: string, before: string, inFence: boolean): number {
  if (inFence) return IN_TABLE;
  if (isGoodPlace(line, before)) return GOOD;
  if (/^(?:[-+*]|\d{1,9}[.)])\s/.test(line)) return FAIR;
  return line.includes("|") ? IN_TABLE : ANYWHERE;
}

function isGoodPlace(line: string, before: string): boolean {
  return /^#{1,6}\s/.test(line) || (UNDER_BREAK.test(before) && /^[\p{L}>]/u.test(line));
}

/** A blank line, a rule or the underline of a heading. */
const UNDER_BREAK = /^(?:=+|-{3,})?\s*$/;

/** Front matter is a piece of its own: it must stand on the first line. */
function frontMatterEnd(lines: readonly string[]): number | null {
  const fence = /^(---|\+\+\+)\s*$/.exec(lines[0] ?? "")?.[1];
  if (!fence) return null;
  for (let i = 1; i < lines.length; i++) if ((lines[i] ?? "").trimEnd() === fence) return i + 1;
  return null;
}

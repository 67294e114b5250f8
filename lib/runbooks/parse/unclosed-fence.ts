import type { Code } from "mdast";
import { linesOf } from "./blocks";
import type { Edit } from "./edits";
import { finding } from "./findings";
import { isBlank } from "./source";
import type { Finding } from "./types";

/** A fence of these marks that nothing closes, with the offer to close it where its code seems to end. */
export function unclosedFence(fence: Code, marks: string, lines: readonly string[]): Finding {
  const { start } = linesOf(fence);
  const last = lastCodeLine(lines, start);
  const message = `This code fence is never closed, so all below it reads as code. Add a closing fence below line ${last}.`;
  const prefix = /^[\s>]*/.exec(lines[start - 1] ?? "")?.[0] ?? "";
  const place = { line: last, column: (lines[last - 1] ?? "").length };
  const edit: Edit = { from: place, to: place, text: `\n${prefix}${marks}` };
  return { ...finding("unclosed-fence", start, message), repair: marks, edit };
}

/**
 * A line of code that ends with a fence's marks, which end nothing there, so that text below it reads as code; with
 * the offer to put them on a line of their own.
 */
export function gluedFence(fence: Code, marks: string | null, lines: readonly string[]): Finding | null {
  const { start, end } = linesOf(fence);
  if (marks?.startsWith("`") !== true) return null;
  for (let line = start + 1; line < end; line++) {
    const text = lines[line - 1] ?? "";
    const at = /^[^`]*[^`\s]\s*(?=`{3,}\s*$)/.exec(text)?.[0].length;
    if (at === undefined) continue;
    const message =
      "This line ends with the marks of a fence, which close no code there. Put them on a line of their own.";
    const place = { line, column: at };
    const edit: Edit = { from: place, to: place, text: `\n${/^[\s>]*/.exec(text)?.[0] ?? ""}` };
    return { ...finding("unclosed-fence", line, message), repair: text.slice(at).trim(), edit };
  }
  return null;
}

/** The line (from 1) above the first blank line that a heading or a sentence follows; else the last that is not blank. */
function lastCodeLine(lines: readonly string[], start: number): number {
  let last = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (isBlank(line)) continue;
    if (last > start && i > last && isText(line)) return last;
    last = i + 1;
  }
  return last;
}

/** One `#` may be a comment of the code. */
function isText(line: string): boolean {
  return /^(?:#{2,6}\s+\S|\d{1,3}[.)]\s+[A-Z]|[-*]\s+(?:\[[ xX]\]|\*\*)|[A-Z][\w’']*(?:\s+[\w’'`*(),/-]+){2,}[.:]$)/.test(
    line.trim(),
  );
}

import type { Edit } from "./edits";

/**
 * Makes changes to a document that a finding offered. Everything else stays as it is, line endings included.
 *
 * @param source the text in which the findings were made, and edits that do not overlap
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const starts = lineStarts(source);
  const at = ({ line, column }: Edit["from"]) =>
    Math.min(source.length, (starts[line - 1] ?? source.length) + column);
  const ordered = edits.map((edit) => ({ from: at(edit.from), to: at(edit.to), text: edit.text }));
  ordered.sort((a, b) => b.from - a.from);
  return ordered.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), source);
}

/** A byte order mark is no part of the first line. */
function lineStarts(source: string): number[] {
  const starts = [source.startsWith("\uFEFF") ? 1 : 0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

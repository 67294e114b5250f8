import { updateFields, type DraftBody, type DraftLine, type UpdateField } from "./draft-body.rules";

/** The text of a field, as its text area holds it. */
export function textOf(lines: readonly DraftLine[]): string {
  return lines.map(({ text }) => text).join("\n");
}

/**
 * The lines after an edit. A line keeps its sources while it is edited, and loses them when it is deleted or written
 * anew; a split line leaves them with its first half.
 * @param text what the text area holds now
 */
export function editedLines(before: readonly DraftLine[], text: string): DraftLine[] {
  const after = text === "" ? [] : text.split("\n");
  const start = sharedStart(before, after);
  const end = sharedStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const between = before.slice(start, before.length - end);
  return after.map((line, index) => {
    if (index < start) return before[index] ?? { text: line, seqs: [] };
    const fromEnd = after.length - index;
    if (fromEnd <= end) return before[before.length - fromEnd] ?? { text: line, seqs: [] };
    // In the part that changed: a moved line is known by its text, an edited one by its place.
    const known = between.find((old) => old.text === line) ?? between[index - start];
    return { text: line, seqs: known && isEdit(known.text, line) ? known.seqs : [] };
  });
}

/** A field with one more line at its end; blank lines go. */
export function withLine(lines: readonly DraftLine[], line: DraftLine): DraftLine[] {
  const kept = lines.filter(({ text }) => text.trim() !== "");
  return [...kept, line];
}

/** Every entry that a draft cites, in order. */
export function citedIn(body: Pick<DraftBody, UpdateField>): number[] {
  const seqs = updateFields.flatMap((field) => body[field].flatMap((line) => line.seqs));
  return [...new Set(seqs)].sort((a, b) => a - b);
}

/** Whether a text was changed rather than replaced: half of the shorter one is still where it was. */
function isEdit(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  const start = sharedPrefix(before, after, shorter);
  const end = sharedPrefix([...before].reverse().join(""), [...after].reverse().join(""), shorter - start);
  return shorter > 0 && start + end >= shorter / 2;
}

function sharedPrefix(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function sharedStart(before: readonly DraftLine[], after: readonly string[]): number {
  const different = after.findIndex((line, index) => before[index]?.text !== line);
  return Math.min(different < 0 ? after.length : different, before.length);
}

import { linesIn, type SourceLine } from "./source-lines.rules";

const MARK = "\uFEFF";

/** What a text field shows of a document: it knows neither a byte order mark nor line ends other than "\n". */
export function shownText(source: string): string {
  const text = source.startsWith(MARK) ? source.slice(1) : source;
  return text.replaceAll(/\r\n?/g, "\n");
}

/**
 * The document after typing. Lines that were not touched stay byte for byte; new ones end as the document's lines do.
 * @param source the document before
 * @param typed all that the text field holds now
 */
export function typedInto(source: string, typed: string): string {
  const mark = source.startsWith(MARK) ? MARK : "";
  if (!source.includes("\r")) return mark + typed;
  const before = linesIn(source.slice(mark.length));
  const after = linesIn(typed);
  const top = sameAtTop(before, after);
  const bottom = Math.min(sameAtBottom(before, after), before.length - top, after.length - top);
  const usual = before.find(({ end }) => end !== "")?.end ?? "\n";
  const middle = after.slice(top, after.length - bottom).map((line) => withEnd(line, usual));
  const kept = [before.slice(0, top), middle, before.slice(before.length - bottom)].flat();
  const last = after.at(-1);
  return (
    mark +
    kept.map(({ text, end }, index) => text + endAt(index === kept.length - 1, last, end, usual)).join("")
  );
}

function withEnd(line: SourceLine, usual: string): SourceLine {
  return line.end === "" ? line : { ...line, end: usual };
}

/** The last line ends if it was typed so; the others always do. */
function endAt(isLast: boolean, typed: SourceLine | undefined, end: string, usual: string): string {
  if (isLast && typed?.end === "") return "";
  return end || usual;
}

function sameAtTop(before: readonly SourceLine[], after: readonly SourceLine[]): number {
  let count = 0;
  while (count < before.length && count < after.length && before[count]?.text === after[count]?.text) count++;
  return count;
}

function sameAtBottom(before: readonly SourceLine[], after: readonly SourceLine[]): number {
  let count = 0;
  while (
    count < before.length &&
    count < after.length &&
    before.at(-1 - count)?.text === after.at(-1 - count)?.text
  )
    count++;
  return count;
}

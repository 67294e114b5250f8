/** A line of a document and what ends it: "\n", "\r\n", "\r", or nothing at the end of the document. */
export interface SourceLine {
  text: string;
  end: string;
}

/** The lines of a document; joined again they are the document, byte for byte. */
export function linesIn(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  for (const found of source.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: source.slice(from, found.index), end: found[0] });
    from = found.index + found[0].length;
  }
  if (from < source.length) lines.push({ text: source.slice(from), end: "" });
  return lines;
}

export function joinLines(lines: readonly SourceLine[]): string {
  return lines.map(({ text, end }) => text + end).join("");
}

/**
 * Puts lines where others were. They get the document's line ends where they have none, and a document without one at
 * its end stays without.
 * @param from index of the first line that goes
 * @param to index after the last one
 */
export function replaceLines(
  lines: readonly SourceLine[],
  { from, to }: { from: number; to: number },
  by: readonly SourceLine[],
): SourceLine[] {
  const result = [...lines.slice(0, from), ...by, ...lines.slice(to)];
  const open = lines.length > 0 && lines.at(-1)?.end === "";
  const usual = lines.find(({ end }) => end !== "")?.end ?? "\n";
  return result.map(({ text, end }, index) => ({
    text,
    end: index === result.length - 1 && open ? "" : end || usual,
  }));
}

/** Whether nothing is to be seen on a line. */
export function isBlank({ text }: SourceLine): boolean {
  return text.trim() === "";
}

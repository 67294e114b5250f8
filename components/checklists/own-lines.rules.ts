/** A step of a field in which each line is one. */
export interface OwnLine {
  text: string;
  /** The line of the field, from 1: blank ones count. */
  line: number;
}

/** The steps of a text: its lines without the blank ones. */
export function ownLines(typed: string): OwnLine[] {
  return typed
    .split("\n")
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== "");
}

/**
 * What is wrong with these steps, by the lines that were typed.
 * @param problemOf what was said of the step at an index
 */
export function problemOfLines(
  lines: readonly OwnLine[],
  problemOf: (index: number) => string | undefined,
): string | undefined {
  const said = lines.flatMap(({ line }, index) => {
    const problem = problemOf(index);
    return problem ? [`Line ${line}: ${problem}`] : [];
  });
  return said.join(" ") || undefined;
}

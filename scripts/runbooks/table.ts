/**
 * Lines of a table for the terminal, columns apart by two blanks.
 * @param header also says how a column is set: one that begins with ">" is set to the right
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const right = header.map((title) => title.startsWith(">"));
  const lines = [header.map((title) => title.replace(/^>/, "")), ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column]))));
  return lines
    .map((line) =>
      widths
        .map((width, column) => pad(line[column] ?? "", width, right[column] === true))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A title that leaves room for other columns. */
export function shortTitle(title: string): string {
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title;
}

const MAX_TITLE = 48;

function pad(text: string, width: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? blanks + text : text + blanks;
}

function widthOf(text = ""): number {
  return [...text].length;
}

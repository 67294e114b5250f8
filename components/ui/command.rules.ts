/** A part of a command that each place fills in for itself. */
export interface Placeholder {
  name: string;
  value?: string | null;
}

/** One line: plain text and placeholders, in order. */
export type CommandLine = readonly (string | Placeholder)[];

/** The names of the placeholders nobody has filled in yet, each once, in order. */
export function missingIn(lines: readonly CommandLine[]): string[] {
  const empty = lines.flat().filter((part): part is Placeholder => typeof part !== "string" && !part.value);
  return [...new Set(empty.map((part) => part.name))];
}

/** The lines with what stands in fields that are being filled in; an empty field says nothing. */
export function withTyped(
  lines: readonly CommandLine[],
  typed: Readonly<Record<string, string>>,
): CommandLine[] {
  return lines.map((line) =>
    line.map((part) =>
      typeof part === "string" ? part : { ...part, value: typed[part.name] || part.value },
    ),
  );
}

/** What goes to the clipboard: the lines with their values; an empty placeholder stays as `<name>`. */
export function textOf(lines: readonly CommandLine[]): string {
  return lines.map((line) => line.map(partText).join("")).join("\n");
}

/** What the copy button says: `Copy`, `Copy both lines`, `Copy 3 lines`. */
export function copyLabel(count: number): string {
  if (count < 2) return "Copy";
  return count === 2 ? "Copy both lines" : `Copy ${count} lines`;
}

function partText(part: string | Placeholder): string {
  return typeof part === "string" ? part : part.value || `<${part.name}>`;
}

import type { Command, ParsedStep, Placeholder } from "@/lib/runbooks/parse/types";

/** A text with gaps: a command, or the address of a check. */
type Gapped = Pick<Command, "text"> & { placeholders: readonly Pick<Placeholder, "name" | "range">[] };
type Part = string | { name: string; value?: string };

/**
 * A command as the command block shows it: its text in lines, cut at its placeholders.
 * @param values what was filled in, by name
 */
export function commandLines(command: Gapped, values: Readonly<Record<string, string>>): Part[][] {
  const lines: Part[][] = [[]];
  const push = (text: string) => {
    text.split("\n").forEach((line, index) => {
      if (index > 0) lines.push([]);
      if (line !== "") lines.at(-1)?.push(line);
    });
  };
  let from = 0;
  for (const { name, range } of command.placeholders) {
    push(command.text.slice(from, range.start));
    lines.at(-1)?.push({ name, value: values[name] });
    from = range.end;
  }
  push(command.text.slice(from));
  return lines;
}

/** All commands of a step, as lines of one block. */
export function stepLines(step: ParsedStep | undefined, values: Readonly<Record<string, string>>): Part[][] {
  return (step?.commands ?? []).flatMap((command) => commandLines(command, values));
}

/** Whether any command of the step could do harm. */
export function isDangerousStep(step: ParsedStep | undefined): boolean {
  return (step?.commands ?? []).some((command) => command.danger !== null);
}

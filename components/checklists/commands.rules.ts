import { isSecret, placeholdersIn } from "@/lib/runbooks/parse/placeholders.rules";
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
    // Of a runbook that was read before: nobody fills it in.
    if (isSecret(name)) continue;
    push(command.text.slice(from, range.start));
    lines.at(-1)?.push({ name, value: values[name] });
    from = range.end;
  }
  push(command.text.slice(from));
  return lines;
}

/** All commands of a step, each in its lines. */
export function stepCommands(
  step: ParsedStep | undefined,
  values: Readonly<Record<string, string>>,
): Part[][][] {
  return (step?.commands ?? []).map((command) => commandLines(command, values));
}

/** Whether there are gaps in these lines, and something stands in each. */
export function areFilled(lines: readonly Part[][]): boolean {
  const gaps = lines.flat().filter((part) => typeof part !== "string");
  return gaps.length > 0 && gaps.every(({ value }) => value !== undefined);
}

/** Whether something is or can be filled into these lines. */
export function haveGaps(lines: readonly Part[][]): boolean {
  return lines.flat().some((part) => typeof part !== "string");
}

/** What the commands of a step could destroy or undo, each reason once; null: nothing that is known. */
export function stepDanger(step: ParsedStep | undefined): string | null {
  const reasons = new Set((step?.commands ?? []).flatMap(({ danger }) => danger ?? []));
  return [...reasons].join(" ") || null;
}

/** The gaps in the label of a chart's node that no command and no check of it has: they are filled in beside it. */
export function labelGaps(step: ParsedStep | undefined): string[] {
  if (step?.origin !== "chart") return [];
  const elsewhere = [...step.commands, ...step.http].flatMap(({ placeholders }) => placeholders);
  const known = new Set(elsewhere.map(({ name }) => name));
  const names = placeholdersIn(step.text).map(({ name }) => name);
  return [...new Set(names)].filter((name) => !known.has(name));
}

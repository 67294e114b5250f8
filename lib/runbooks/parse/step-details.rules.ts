import type { Block, ParsedStep } from "./types";

/** What stands below a step besides its commands, apart by where it stood: above the first of them, or not. */
export function detailsAround({ details, commands }: Pick<ParsedStep, "details" | "commands">): {
  before: Block[];
  after: Block[];
} {
  const first = Math.min(...commands.map(({ lines }) => lines.start));
  const rest = details.filter((block) => block.type !== "code" || block.commands.length === 0);
  const isBefore = ({ lines }: Block) => commands.length > 0 && lines.end < first;
  return { before: rest.filter(isBefore), after: rest.filter((block) => !isBefore(block)) };
}

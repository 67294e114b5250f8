import { minutesInWords } from "@/lib/checklists/needs.rules";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";

/** How much of what a document holds, as it stands above the preview. */
export function countsOf(parsed: ParsedRunbook): string[][] {
  const flows = parsed.sections.flatMap(({ flow }) => flow ?? []);
  const items = parsed.sections.flatMap((section) => section.items);
  const nodes = flows.flatMap((flow) => flow.nodes).filter(({ kind }) => kind !== "decision");
  const listed = items.filter(({ type }) => type === "step");
  const criteria = items.filter(({ type }) => type === "criterion");
  const commands = new Set(items.flatMap((item) => (item.type === "step" ? item.commands : [])));
  const loops = flows.flatMap(({ edges }) => edges).filter(({ loop }) => loop);
  const answers = parsed.decisions.flatMap(({ branches }) => branches);
  const decisions = counted(parsed.decisions.length, "decision");
  if (decisions) decisions[1] += `, ${answers.length} answers`;
  return [
    counted(listed.length + nodes.length, "step"),
    counted(parsed.flowcharts.length, "flowchart"),
    decisions,
    counted(loops.length, "loop"),
    counted(commands.size, "command"),
    counted(criteria.length, "exit criterion", "exit criteria"),
    counted(parsed.triggers.length, "trigger"),
    counted(parsed.escalation.length, "escalation"),
    parsed.cadenceMinutes === null ? null : [minutesInWords(parsed.cadenceMinutes), "between updates"],
  ].filter((count) => count !== null);
}

function counted(count: number, one: string, many = `${one}s`): [string, string] | null {
  return count === 0 ? null : [String(count), count === 1 ? one : many];
}

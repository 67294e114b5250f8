import type { Block } from "@/lib/runbooks/parse/types";

/**
 * What a note of the preview is.
 * @param facts what is known of its lines: see `factLines`
 */
export function noteWord(block: Block, facts: ReadonlyMap<number, string>): string {
  if (facts.get(block.lines.start) === "trigger") return "Trigger";
  if (block.type === "code") return "Code";
  if (block.type !== "table") return "Note";
  return block.rows.some(({ line }) => facts.get(line) === "escalation") ? "Escalation matrix" : "Table";
}

import type { CriterionStateRow } from "@/lib/timeline/fold/state";

/**
 * How a gate stands: `2 of 4 met. Missing: alert levels; queue depth.`
 * @param gate which criteria count
 */
export function gateWords(
  criteria: readonly Pick<CriterionStateRow, "gate" | "state" | "text">[],
  gate: CriterionStateRow["gate"],
): string {
  const rows = criteria.filter((row) => row.gate === gate);
  if (rows.length === 0) return "Nothing is asked for before it.";
  const missing = rows.filter((row) => row.state === "open");
  const met = `${rows.length - missing.length} of ${rows.length} met.`;
  if (missing.length === 0) return met;
  return `${met} Missing: ${missing.map(({ text }) => text.value ?? "a redacted criterion").join("; ")}.`;
}

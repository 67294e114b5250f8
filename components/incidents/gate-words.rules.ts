import { bare } from "@/lib/kernel/sentences";
import type { IncidentStatus } from "@/lib/timeline/events/common";
import type { CriterionStateRow } from "@/lib/timeline/fold/state";

type Row = Pick<CriterionStateRow, "gate" | "state">;

/** Which gate an incident stands before. */
export function gateNow(status: IncidentStatus): CriterionStateRow["gate"] {
  return status === "resolved" || status === "closed" ? "closed" : "resolved";
}

/**
 * How many criteria of a gate are decided: `1 of 4 met`, `1 of 4 met, 2 waived`.
 * @param gate which criteria count
 */
export function gateCount(criteria: readonly Row[], gate: CriterionStateRow["gate"]): string {
  const { met, waived, total } = countsOf(criteria, gate);
  return `${met} of ${total} met${waived > 0 ? `, ${waived} waived` : ""}`;
}

/** How many of a gate are met or waived, and how many there are. */
export function countsOf(criteria: readonly Row[], gate: CriterionStateRow["gate"]) {
  const rows = criteria.filter((row) => row.gate === gate);
  const count = (state: CriterionStateRow["state"]) => rows.filter((row) => row.state === state).length;
  return { met: count("met"), waived: count("waived"), total: rows.length };
}

/**
 * How a gate stands: `2 of 4 met. Missing: alert levels; queue depth.`
 * @param gate which criteria count
 */
export function gateWords(
  criteria: readonly (Row & Pick<CriterionStateRow, "text">)[],
  gate: CriterionStateRow["gate"],
): string {
  const rows = criteria.filter((row) => row.gate === gate);
  if (rows.length === 0) return "Nothing is asked for before it.";
  const missing = rows.filter((row) => row.state === "open");
  const count = `${gateCount(criteria, gate)}.`;
  if (missing.length === 0) return count;
  return `${count} Missing: ${missing.map(({ text }) => bare(text.value ?? "a redacted criterion")).join("; ")}.`;
}

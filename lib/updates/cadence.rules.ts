import type { Severity } from "@/lib/timeline/events/common";

/** How often an update is due, and how long before that the clock warns. All in minutes. */
export interface CadencePolicy {
  readonly intervalBySeverity: Readonly<Record<Severity, number>>;
  readonly warnMinutes: number;
}

/** The policy of product.md: SEV1 and SEV2 every 15 minutes, SEV3 30, SEV4 60; the warning 3 minutes before. */
export const standardPolicy: CadencePolicy = {
  intervalBySeverity: { 1: 15, 2: 15, 3: 30, 4: 60 },
  warnMinutes: 3,
};

/** What the interval of an incident hangs on. */
export interface CadenceInputs {
  readonly severity: Severity;
  /** One number for each runbook in use that names a cadence, in minutes. */
  readonly runbookMinutes: readonly number[];
  /** What the author of the last update chose, in minutes; null: nothing, the rule stands. */
  readonly chosenMinutes: number | null;
}

/**
 * The interval now in force: the shortest of severity policy, the runbooks in use, and what the author chose.
 * A longer choice therefore changes nothing; to move one slot later, snooze it.
 * @returns minutes (never under 1), and which of the three decided; on a tie the one named first
 */
export function cadenceInterval(
  policy: CadencePolicy,
  { severity, runbookMinutes, chosenMinutes }: CadenceInputs,
): { minutes: number; because: "severity" | "runbook" | "author" } {
  const bySeverity = policy.intervalBySeverity[severity];
  const byRunbook = Math.min(...runbookMinutes, Infinity);
  const byAuthor = chosenMinutes ?? Infinity;
  const minutes = Math.max(1, Math.min(bySeverity, byRunbook, byAuthor));
  if (bySeverity <= minutes) return { minutes, because: "severity" };
  return { minutes, because: byRunbook <= minutes ? "runbook" : "author" };
}

import type { SummaryBody } from "@/lib/summaries/schemas";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { REDACTED } from "@/lib/kernel/redacted";

/** What can be typed of a follow-up. */
export interface FollowUpFields {
  title: string;
  kind: FollowUpStateRow["kind"];
  ownerId: string | null;
  /** A day, YYYY-MM-DD. */
  dueOn: string | null;
}

type Frozen = SummaryBody["followUps"][number];

/**
 * Follow-ups that are no longer as the submitted text has them.
 * @returns numbers with what the text says; null: it does not have it
 */
export function changedSince(
  frozen: readonly Frozen[],
  now: readonly FollowUpStateRow[],
): Map<number, Frozen | null> {
  const changed = new Map<number, Frozen | null>();
  for (const row of now) {
    const before = frozen.find(({ number }) => number === row.number);
    if (!before && row.state === "dropped") continue;
    if (!before || !isSame(before, row)) changed.set(row.number, before ?? null);
  }
  return changed;
}

function isSame(before: Frozen, row: FollowUpStateRow): boolean {
  return (
    row.state !== "dropped" &&
    before.title === (row.title.value ?? REDACTED) &&
    before.kind === row.kind &&
    before.ownerId === row.ownerId &&
    before.dueOn === row.dueOn
  );
}

/** Only what differs: what somebody else changed meanwhile stays, and each change of words is written anew. */
export function changesOf(row: FollowUpStateRow, fields: FollowUpFields): Partial<FollowUpFields> {
  const before: FollowUpFields = { ...row, title: row.title.value ?? "" };
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== before[name as keyof FollowUpFields]),
  );
}

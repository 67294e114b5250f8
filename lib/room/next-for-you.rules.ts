import { isEnded } from "@/lib/checklists/step.rules";
import type { ItemState } from "@/lib/timeline/fold/state";

/** What the ranking looks at: steps in the order of the checklists, with what it must know of each. */
export interface Candidate {
  item: Pick<ItemState, "id" | "state" | "assigneeId" | "changedAt" | "changedById" | "asked">;
  /** In a section whose steps are alternatives, one of which is done already. */
  satisfied: boolean;
}

/** Why a step is what this person should do next. */
export type NextReason =
  | { kind: "yours_in_progress"; since: string | null }
  | { kind: "given_to_you" }
  /** Somebody did it, and it needs a second person. */
  | { kind: "confirm"; personId: string | null }
  | { kind: "first_open" }
  /** Those before it are offered to others who are here. */
  | { kind: "next_open" }
  | { kind: "yours_failed"; since: string | null }
  | { kind: "blocked"; since: string | null }
  /** Yours, until somebody else confirms it. */
  | { kind: "waits_for_second"; since: string | null };

export interface NextStep {
  itemId: string;
  reason: NextReason;
}

/**
 * What this person should do now, best first: what they have in hand (the newest first), what was given to them, what
 * only needs their confirmation, then the open steps that nobody has, then what failed for them, at last what waits.
 * The same state gives the same order.
 * @param here those who are here, in the order in which open steps are offered to them: each gets another one
 */
export function rankNext(
  candidates: readonly Candidate[],
  me: string,
  here: readonly string[] = [],
): NextStep[] {
  const ranked = rank(candidates, me);
  const free = ranked.filter(({ reason }) => reason.kind === "first_open");
  const idle = here.filter((id) => rank(candidates, id)[0]?.reason.kind === "first_open");
  const offered = free[idle.indexOf(me)];
  if (!offered || offered === free[0]) return ranked;
  const next: NextStep = { ...offered, reason: { kind: "next_open" } };
  return ranked.flatMap((step) => (step === offered ? [] : step === free[0] ? [next, step] : [step]));
}

function rank(candidates: readonly Candidate[], me: string): NextStep[] {
  return candidates
    .filter(({ item, satisfied }) => !isEnded(item.state) && !(satisfied && item.state === "todo"))
    .flatMap((candidate, order) => {
      const reason = reasonFor(candidate.item, me);
      return reason ? [{ itemId: candidate.item.id, reason, order, at: candidate.item.changedAt ?? "" }] : [];
    })
    .toSorted(
      (a, b) => weight[a.reason.kind] - weight[b.reason.kind] || newestInHandFirst(a, b) || a.order - b.order,
    )
    .map(({ itemId, reason }) => ({ itemId, reason }));
}

const weight: Record<NextReason["kind"], number> = {
  yours_in_progress: 0,
  given_to_you: 1,
  confirm: 2,
  first_open: 3,
  next_open: 3,
  yours_failed: 4,
  blocked: 5,
  waits_for_second: 6,
};

function newestInHandFirst(
  a: { reason: NextReason; at: string },
  b: { reason: NextReason; at: string },
): number {
  return a.reason.kind === "yours_in_progress" ? b.at.localeCompare(a.at) : 0;
}

function reasonFor(item: Candidate["item"], me: string): NextReason | null {
  const mine = item.assigneeId === me;
  switch (item.state) {
    case "in_progress":
      if (item.asked) {
        const { personId, at } = item.asked;
        return personId === me ? { kind: "waits_for_second", since: at } : { kind: "confirm", personId };
      }
      return mine ? { kind: "yours_in_progress", since: item.changedAt } : null;
    case "todo":
      if (mine) return { kind: "given_to_you" };
      return item.assigneeId === null ? { kind: "first_open" } : null;
    case "failed":
      return item.changedById === me ? { kind: "yours_failed", since: item.changedAt } : null;
    case "blocked":
      return mine || item.changedById === me ? { kind: "blocked", since: item.changedAt } : null;
    default:
      return null;
  }
}

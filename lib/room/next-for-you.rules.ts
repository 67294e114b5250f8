import { waitsForAnswer } from "./calls.rules";
import { isFree, offersFor, placeOf } from "./offers.rules";
import { needlessIn, type Candidate, type Section } from "./turns.rules";

/** Why a step is what this person should do next. */
export type NextReason =
  | { kind: "yours_in_progress"; since: string | null }
  | { kind: "given_to_you" }
  /** Somebody did it, and it needs a second person. */
  | { kind: "confirm"; personId: string | null }
  /** Open, in the runbook where this person did something last. */
  | { kind: "goes_on" }
  | { kind: "first_open" }
  /** Somebody began it, and nobody has it any more. */
  | { kind: "left_in_hand" }
  /** Open; those before it are offered to others who are here. */
  | { kind: "next_open" }
  /** Open, and offered to somebody else who is here, too: there is no other. */
  | { kind: "shared" }
  | { kind: "yours_failed"; since: string | null }
  | { kind: "blocked"; since: string | null }
  /** Yours, until somebody else confirms it. */
  | { kind: "waits_for_second"; since: string | null };

export interface NextStep {
  itemId: string;
  reason: NextReason;
}

/**
 * What this person should do now, best first: what only needs their confirmation, and holds others up, what they have
 * in hand (the newest first), what was given to them, then the open steps whose turn it is and that nobody has, from where they work on,
 * then what failed for them, at last what waits. The same state gives the same order.
 * @param here those who take part and are here, in the order in which open steps are offered to them: each gets
 *   another one, and who works there goes on before anybody else
 */
export function rankNext(sections: readonly Section[], me: string, here: readonly string[] = []): NextStep[] {
  const ranked = rank(sections, me);
  const [first] = ranked;
  if (!first || !isOffer(first)) return ranked;
  const offered = offeredBefore(sections, me, here);
  if (!offered.has(first.itemId)) return ranked;
  const other = ranked.find((step) => isOffer(step) && !offered.has(step.itemId));
  const { itemId, reason } = other ?? first;
  const kind = other ? "next_open" : "shared";
  const next: NextStep = { itemId, reason: reason.kind === "left_in_hand" ? reason : { kind } };
  return [next, ...ranked.filter(({ itemId }) => itemId !== next.itemId)];
}

/** Whether this person can do something about a step, be it its turn or not; not while it waits for another answer. */
export function isOpenTo(sections: readonly Section[], itemId: string, me: string): boolean {
  return sections.some((section) => {
    const step = section.steps.find(({ item }) => item.id === itemId);
    if (!step) return false;
    const needless = needlessIn(section);
    return (isFree(step, needless) && !waitsForAnswer(section)) || reasonFor(step, needless, me) !== null;
  });
}

/** Whether nobody has it, and the ranking only chose to whom it is offered. */
export function isOffer({ reason: { kind } }: NextStep): boolean {
  return weight[kind] === weight.first_open;
}

/** What is offered to those before this person: one step to each who has nothing else. */
function offeredBefore(sections: readonly Section[], me: string, here: readonly string[]): Set<string> {
  const idle = here
    .map((id) => ({ id, steps: rank(sections, id), at: placeOf(sections, id)?.at ?? "" }))
    .filter(({ steps: [first] }) => first && isOffer(first));
  const goesOn = ({ steps: [first] }: (typeof idle)[number]) => Number(first?.reason.kind === "goes_on");
  const turns = idle.toSorted((a, b) => goesOn(b) - goesOn(a) || (goesOn(a) ? b.at.localeCompare(a.at) : 0));
  const offered = new Set<string>();
  for (const { id, steps } of turns) {
    if (id === me) break;
    const step = steps.find((one) => isOffer(one) && !offered.has(one.itemId));
    if (step) offered.add(step.itemId);
  }
  return offered;
}

/** As if nobody else were here. */
function rank(sections: readonly Section[], me: string): NextStep[] {
  const own = sections.flatMap((section) => {
    const needless = needlessIn(section);
    return section.steps.flatMap((step) => {
      const reason = reasonFor(step, needless, me);
      return reason ? [{ itemId: step.item.id, reason, at: step.item.changedAt ?? "" }] : [];
    });
  });
  const open = offersFor(sections, placeOf(sections, me)).map(({ itemId, kind }) => ({
    ...{ itemId, at: "" },
    reason: { kind },
  }));
  const whole = wholesOf(sections, new Set(open.map(({ itemId }) => itemId)));
  // What is in hand comes after what is open below it: it is done once its parts are.
  const weigh = ({ itemId, reason: { kind } }: NextStep) =>
    kind === "yours_in_progress" && whole.has(itemId) ? weight.goes_on + 0.5 : weight[kind];
  return [...own, ...open]
    .toSorted((a, b) => weigh(a) - weigh(b) || newestInHandFirst(a, b))
    .map(({ itemId, reason }) => ({ itemId, reason }));
}

/** The steps that some of these are parts of, at any depth. */
function wholesOf(sections: readonly Section[], parts: ReadonlySet<string>): ReadonlySet<string> {
  const wholes = new Set<string>();
  // From the last one up: a whole may be a part itself.
  for (const { item } of sections.flatMap(({ steps }) => steps).toReversed())
    if (item.parentId && (parts.has(item.id) || wholes.has(item.id))) wholes.add(item.parentId);
  return wholes;
}

const weight: Record<NextReason["kind"], number> = {
  confirm: 0,
  yours_in_progress: 1,
  given_to_you: 2,
  goes_on: 3,
  first_open: 3,
  left_in_hand: 3,
  next_open: 3,
  shared: 3,
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

/** Why a step is this person's already; null for one that is over, somebody else's, or nobody's. */
function reasonFor({ item }: Candidate, needless: ReadonlySet<string>, me: string): NextReason | null {
  const mine = item.assigneeId === me;
  switch (item.state) {
    case "in_progress":
      if (item.asked) {
        const { personId, at } = item.asked;
        return personId === me ? { kind: "waits_for_second", since: at } : { kind: "confirm", personId };
      }
      return mine ? { kind: "yours_in_progress", since: item.changedAt } : null;
    case "todo":
      return mine && !needless.has(item.id) ? { kind: "given_to_you" } : null;
    case "failed":
      return item.changedById === me ? { kind: "yours_failed", since: item.changedAt } : null;
    case "blocked":
      return mine || item.changedById === me ? { kind: "blocked", since: item.changedAt } : null;
    default:
      return null;
  }
}

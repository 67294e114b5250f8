import { isEnded } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import type { ItemState } from "@/lib/timeline/fold/state";

type Walked = Pick<ItemState, "id" | "kind" | "state" | "changedById" | "changedAt" | "answer" | "asked">;

/** `asked`: ticked, for a second person to confirm; another answer is another act. */
interface Act {
  state: StepState | "asked" | `answered ${string}`;
  at: string;
}

/** What one person did last at each step, by its id. */
type Acts = Readonly<Record<string, Act>>;

/** The step that the card holds on to, and what this person had done when it was put there. */
export interface Held {
  itemId: string | null;
  /** The state in which the person chose it; null when the ranking did. */
  chosen: StepState | null;
  acts: Acts;
}

export const HOLDS_NOTHING: Held = { itemId: null, chosen: null, acts: {} };

/** By how much the clocks of one person's screens may differ: each estimates the server's time for itself. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * Which step the card shows: the one it shows already, whatever others do, so that a press means the step that was
 * read. It gives way to the best ranked one once this person acts; a step they chose gives way when they act on it, or
 * answer a question, which says what comes next.
 * A step that this person has just marked failed is put there when it says what to do then: that is what comes next.
 * @param ask `items`: all steps; `first`: the best ranked one; `guided`: the steps that say what to do if they fail
 * @returns `before` itself when nothing changes
 */
export function holdOn(
  before: Held,
  {
    items,
    first,
    me,
    guided,
  }: {
    items: readonly Walked[];
    first: string | null;
    me: string;
    guided: ReadonlySet<string>;
  },
): Held {
  const acts = actsOf(items, me);
  const acted = newActs(acts, before.acts);
  const failed = acted.find((id) => acts[id]?.state === "failed" && guided.has(id));
  if (failed && before !== HOLDS_NOTHING) return { itemId: failed, chosen: null, acts };
  const gone = !items.some(({ id }) => id === before.itemId);
  const isChosen = before.chosen !== null;
  const ends = (id: string) =>
    id === before.itemId || items.some((item) => item.id === id && item.kind === "decision");
  const letGo = gone || (isChosen ? acted.some(ends) : acted.length > 0);
  if (letGo && (isChosen || first !== before.itemId)) return { itemId: first, chosen: null, acts };
  return areSame(acts, before.acts) ? before : { ...before, acts };
}

/**
 * Whether others have left nothing to do about the step on the card since it was put there: it is over, or theirs. One
 * that was over already when it was chosen is there to be unticked.
 * @param isOpen whether this person can still do something about it
 */
export function isOverNow({ chosen }: Held, state: StepState, isOpen: boolean): boolean {
  return chosen === null ? !isOpen : isEnded(state) && state !== chosen;
}

function actsOf(items: readonly Walked[], me: string): Acts {
  return Object.fromEntries(
    items.flatMap((item) =>
      item.changedById === me && item.changedAt
        ? [[item.id, { state: actedState(item), at: item.changedAt }] as const]
        : [],
    ),
  );
}

function actedState({ state, asked, answer }: Walked): Act["state"] {
  if (asked && state === "in_progress") return "asked";
  return answer ? `answered ${answer.to} ${answer.label ?? ""}` : state;
}

/**
 * The steps at which something was done since. The same act comes twice, as it was pressed and as the console recorded
 * it; one that was kept without a connection and is sent only now is none of now.
 */
function newActs(acts: Acts, before: Acts): string[] {
  const newest = Math.max(...Object.values(before).map(({ at }) => Date.parse(at)));
  return Object.entries(acts)
    .filter(
      ([id, { state, at }]) => state !== before[id]?.state && Date.parse(at) > newest - CLOCKS_DIFFER_MS,
    )
    .map(([id]) => id);
}

function areSame(acts: Acts, before: Acts): boolean {
  const ids = Object.keys(acts);
  return (
    ids.length === Object.keys(before).length &&
    ids.every((id) => acts[id]?.state === before[id]?.state && acts[id]?.at === before[id]?.at)
  );
}

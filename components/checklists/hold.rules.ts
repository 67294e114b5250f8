import { isEnded } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import type { ItemState } from "@/lib/timeline/fold/state";

type Walked = Pick<ItemState, "id" | "state" | "changedById" | "changedAt" | "asked">;

/** `asked`: ticked, for a second person to confirm. */
interface Act {
  id: string;
  state: StepState | "asked";
  at: string;
}

/** The step that the card holds on to, and what this person had done last when it was put there. */
export interface Held {
  itemId: string | null;
  /** The state in which the person chose it; null when the ranking did. */
  chosen: StepState | null;
  act: Act | null;
}

export const HOLDS_NOTHING: Held = { itemId: null, chosen: null, act: null };

/**
 * Which step the card shows: the one it shows already, whatever others do, so that a press means the step that was
 * read. It gives way to the best ranked one once this person acts; a step they chose gives way when they act on it.
 * @param ask `items`: all steps; `first`: the best ranked one
 * @returns `before` itself when nothing changes
 */
export function holdOn(
  before: Held,
  {
    items,
    first,
    me,
  }: {
    items: readonly Walked[];
    first: string | null;
    me: string;
  },
): Held {
  const last = lastActOf(items, me);
  const acted = last && isNewer(last, before.act) ? last : null;
  const act = acted ?? before.act;
  const gone = !items.some(({ id }) => id === before.itemId);
  const letGo = gone || (acted && !(before.chosen !== null && acted.id !== before.itemId));
  if (letGo && (first !== before.itemId || before.chosen !== null))
    return { itemId: first, chosen: null, act };
  return act === before.act ? before : { ...before, act };
}

/**
 * Whether others have left nothing to do about the step on the card since it was put there: it is over, or theirs. One
 * that was over already when it was chosen is there to be unticked.
 * @param isOpen whether this person can still do something about it
 */
export function isOverNow({ chosen }: Held, state: StepState, isOpen: boolean): boolean {
  return chosen === null ? !isOpen : isEnded(state) && state !== chosen;
}

function lastActOf(items: readonly Walked[], me: string): Act | null {
  const mine = items.flatMap(({ id, state, changedById, changedAt, asked }): Act[] =>
    changedById === me && changedAt
      ? [{ id, state: asked && state === "in_progress" ? "asked" : state, at: changedAt }]
      : [],
  );
  return mine.reduce<Act | null>((last, act) => (last && last.at >= act.at ? last : act), null);
}

/** The same act comes twice: as it was pressed, then as the console recorded it. An older one is none of now. */
function isNewer(act: Act, than: Act | null): boolean {
  if (!than) return true;
  if (act.id === than.id) return act.state !== than.state;
  return act.at > than.at;
}

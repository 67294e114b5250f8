import type { IncidentState, ItemState } from "@/lib/timeline/fold/state";
import { firstDueAt } from "@/lib/updates/first-due.rules";

/** A step somebody has begun, or that is stuck. */
export interface BriefStep {
  itemId: string;
  state: "in_progress" | "blocked" | "failed";
  personId: string | null;
  /** UTC, ISO 8601; null when not known. */
  since: string | null;
  /** What it is blocked by, or what failed. */
  reason: string | null;
}

/** What somebody must know to take over command. */
export interface Brief {
  status: IncidentState["status"];
  statusSince: string;
  /** The update that is due next, in milliseconds since 1970; null while no clock runs. */
  update: { number: number; dueAt: number } | null;
  /** What the last update said; null before the first. */
  lastSaid: { number: number; current: string | null; blockers: string | null; at: string } | null;
  /** In hand, blocked and failed steps, oldest first. */
  steps: BriefStep[];
  /** How many steps nobody has begun, of all. */
  todo: { open: number; total: number };
  /** What still blocks "resolved": decisions that the commander has to bring about or waive. */
  missing: { id: string; text: string | null }[];
  /** Who takes part, the commander left out. */
  people: { personId: string; role: IncidentState["participants"][number]["role"] }[];
  callLink: string | null;
}

/**
 * The hand-over brief: nothing in it is written by hand, all of it is state.
 * @param needless the steps that nobody has to do any more
 */
export function briefOf(state: IncidentState, needless: ReadonlySet<string> = new Set()): Brief {
  const items = state.checklists.flatMap((list) => list.items).filter(({ left }) => !left);
  const { open } = state.cadence;
  const dueAt = firstDueAt(state.cadence);
  const last = state.updates.at(-1);
  return {
    status: state.status,
    statusSince: state.statusSince,
    update: open && dueAt !== null ? { number: open.update, dueAt } : null,
    lastSaid: last
      ? {
          number: last.number,
          current: last.current.value,
          blockers: last.blockers.value?.trim() || null,
          at: last.postedAt,
        }
      : null,
    steps: items.flatMap(stuckOrInHand).sort((a, b) => (a.since ?? "").localeCompare(b.since ?? "")),
    todo: {
      open: items.filter(({ id, state: its }) => its === "todo" && !needless.has(id)).length,
      total: items.length,
    },
    missing: state.criteria
      .filter((row) => row.gate === "resolved" && row.state === "open")
      .map(({ id, text }) => ({ id, text: text.value })),
    people: state.participants
      .filter((seat) => seat.leftAt === null && seat.personId !== state.commanderId)
      .map(({ personId, role }) => ({ personId, role })),
    callLink: state.callLink?.value ?? null,
  };
}

function stuckOrInHand(item: ItemState): BriefStep[] {
  const { id: itemId, state, changedAt: since } = item;
  if (state !== "in_progress" && state !== "blocked" && state !== "failed") return [];
  const personId = item.assigneeId ?? item.changedById;
  return [{ itemId, state, personId, since, reason: item.reason?.value ?? null }];
}

import { oneLine } from "@/lib/kernel/sentences";
import type { Entry, EventKind } from "@/lib/timeline/events";
import type { ChecklistState, IncidentState } from "@/lib/timeline/fold/state";

/** What has to be known of all entries to say something of one. */
export interface DraftFacts {
  /** The entry that brought the status of now about, if it is among them. */
  lastStatus: number | null;
  /** The last entry that changed the severity. */
  lastSeverity: number | undefined;
  /** When the newest of them was written. */
  newestAt: string;
  /** Whether an update told of it that was drafted before; what still holds is told again. */
  isTold: (entry: Entry) => boolean;
  commanderId: string | null;
  isOffered: boolean;
  /** The last entry that moved a step. */
  lastMove: (itemId: string) => number | undefined;
  /** Whether the same step or question of a chart came to something in a later round. */
  isOfEarlierRound: (itemId: string) => boolean;
  /** Whether a step changes production. */
  isRisky: (itemId: string) => boolean;
  criterionState: (criterionId: string) => "open" | "met" | "waived" | undefined;
  /** The words that stand in the place of a note's own, and their entry; undefined when it was not corrected. */
  corrected: (seq: number) => { seq: number; words: string } | undefined;
  isPinned: (seq: number) => boolean;
  /** When what it tells of happened: as whoever wrote it said, or put it right since. */
  happenedAt: (entry: Entry) => string;
}

/** What brings a status about, as far as updates are posted in it. */
export const STATUS_KINDS: readonly EventKind[] = [
  "incident.declared",
  "command.acknowledged",
  "incident.status_changed",
  "incident.reopened",
];

/** Looks over the entries once. */
export function draftFacts(
  entries: readonly Entry[],
  state: IncidentState,
  risky: ReadonlySet<string>,
): DraftFacts {
  const moves = new Map<string, number>();
  const corrections = new Map<number, { seq: number; words: string }>();
  const pinned = new Set<number>();
  const times = new Map<number, string>();
  for (const entry of entries) {
    if (entry.kind === "decision.answered") moves.set(entry.data.itemId, entry.seq);
    if (entry.kind.startsWith("step.") && "from" in entry.data && "itemId" in entry.data) {
      if (entry.kind !== "step.assigned" && entry.data.itemId) moves.set(entry.data.itemId, entry.seq);
    }
    if (entry.kind === "entry.corrected") {
      const words = oneLine(entry.texts[entry.data.text.textId] ?? "");
      corrections.set(entry.data.seq, { seq: entry.seq, words });
    }
    if (entry.kind === "entry.time_corrected") times.set(entry.data.seq, entry.data.to);
    if (entry.kind === "entry.pinned") pinned.add(entry.data.seq);
    if (entry.kind === "entry.unpinned") pinned.delete(entry.data.seq);
  }
  const earlier = new Set(state.checklists.flatMap(ofEarlierRounds));
  const criteria = new Map(state.criteria.map((row) => [row.id, row.state]));
  const lastStatus = entries.findLast(({ kind }) => STATUS_KINDS.includes(kind))?.seq ?? null;
  const told = new Set(
    entries.flatMap((entry) => (entry.kind === "update.posted" ? entry.data.sources : [])),
  );
  return {
    lastStatus,
    lastSeverity: entries.findLast(({ kind }) => kind === "incident.severity_changed")?.seq,
    newestAt: entries.at(-1)?.at ?? state.statusSince,
    isTold: ({ seq, kind }) => told.has(seq) && seq !== lastStatus && kind !== "step.blocked",
    commanderId: state.commanderId,
    isOffered: state.offer !== null,
    lastMove: (itemId) => moves.get(itemId),
    isOfEarlierRound: (itemId) => earlier.has(itemId),
    isRisky: (itemId) => risky.has(itemId),
    criterionState: (id) => criteria.get(id),
    corrected: (seq) => corrections.get(seq),
    isPinned: (seq) => pinned.has(seq),
    happenedAt: ({ seq, occurredAt, at }) => times.get(seq) ?? occurredAt ?? at,
  };
}

/** The items of a chart that stand again in a later round, where they came to something. */
function ofEarlierRounds({ items }: ChecklistState): string[] {
  const latest = new Map<string, number>();
  for (const { stepKey, round, state, answer, left } of items)
    if (stepKey && !left && (answer || state !== "todo"))
      latest.set(stepKey, Math.max(round, latest.get(stepKey) ?? 0));
  return items
    .filter(({ stepKey, round }) => stepKey && round < (latest.get(stepKey) ?? 0))
    .map(({ id }) => id);
}

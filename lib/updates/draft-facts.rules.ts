import { oneLine } from "@/lib/kernel/sentences";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** So many notes are drafted, and every pinned one; the rest can be added. */
const NEWEST_NOTES = 5;

/** What has to be known of all entries to say something of one. */
export interface DraftFacts {
  /** The last change of status among them. */
  lastStatus: number | null;
  commanderId: string | null;
  isOffered: boolean;
  /** The last entry that moved a step. */
  lastMove: (itemId: string) => number | undefined;
  criterionState: (criterionId: string) => "open" | "met" | "waived" | undefined;
  /** The words that stand in the place of a note's own, and their entry; undefined when it was not corrected. */
  corrected: (seq: number) => { seq: number; words: string } | undefined;
  isNoteworthy: (seq: number) => boolean;
}

/** Looks over the entries once. */
export function draftFacts(entries: readonly Entry[], state: IncidentState): DraftFacts {
  const moves = new Map<string, number>();
  const corrections = new Map<number, { seq: number; words: string }>();
  const pinned = new Set<number>();
  for (const entry of entries) {
    if (entry.kind === "decision.answered") moves.set(entry.data.itemId, entry.seq);
    if (entry.kind.startsWith("step.") && "from" in entry.data && "itemId" in entry.data) {
      if (entry.kind !== "step.assigned" && entry.data.itemId) moves.set(entry.data.itemId, entry.seq);
    }
    if (entry.kind === "entry.corrected") {
      const words = oneLine(entry.texts[entry.data.text.textId] ?? "");
      corrections.set(entry.data.seq, { seq: entry.seq, words });
    }
    if (entry.kind === "entry.pinned") pinned.add(entry.data.seq);
    if (entry.kind === "entry.unpinned") pinned.delete(entry.data.seq);
  }
  const notes = entries.filter(({ kind }) => kind === "note.added").map(({ seq }) => seq);
  const newest = new Set(notes.slice(-NEWEST_NOTES));
  const criteria = new Map(state.criteria.map((row) => [row.id, row.state]));
  return {
    lastStatus: entries.findLast(({ kind }) => kind === "incident.status_changed")?.seq ?? null,
    commanderId: state.commanderId,
    isOffered: state.offer !== null,
    lastMove: (itemId) => moves.get(itemId),
    criterionState: (id) => criteria.get(id),
    corrected: (seq) => corrections.get(seq),
    isNoteworthy: (seq) => newest.has(seq) || pinned.has(seq),
  };
}

import { ended, oneLine } from "@/lib/kernel/sentences";
import { plainSentence, type Names } from "@/lib/timeline/describe";
import type { Entry, EventKind } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { draftFacts, type DraftFacts } from "./draft-facts.rules";
import { pieceOf, type Piece } from "./draft-pieces.rules";
import type { DraftBody, DraftItem, UpdateField } from "./draft-body.rules";
import { linesOf } from "./draft-lines.rules";

/**
 * Drafts the next update from the timeline: no opinion, no memory, the same entries give the same words.
 * @param entries everything since the last draft, oldest first; before them, what still holds and has to be said again
 * @param state the incident now
 * @param risky the items of steps that change production: they are told before others
 */
export function draftUpdate(
  entries: readonly Entry[],
  state: IncidentState,
  names: Names,
  risky: ReadonlySet<string>,
): { body: DraftBody; items: DraftItem[] } {
  const facts = draftFacts(entries, state, risky);
  const items = entries.flatMap((entry): DraftItem[] => {
    const piece = pieceOf(entry, facts, names) ?? optionalPiece(entry, names);
    if (!piece || facts.isTold(entry)) return [];
    const { field, text, drafted, overtaken = false, group = null } = piece;
    const sentence = oneLine(plainSentence(asCorrected(entry, facts), names));
    const seqs = citedBy(entry, piece, names);
    const at = facts.happenedAt(entry);
    return [{ seq: entry.seq, seqs, at, sentence, text, field, drafted, overtaken, group }];
  });
  const drafted = items.filter((item) => item.drafted);
  const lines = (field: UpdateField) => linesOf(drafted.filter((item) => item.field === field));
  return {
    body: {
      ...{ current: lines("current"), progress: lines("progress"), blockers: lines("blockers") },
      ...{ nextMinutes: null, draftedTo: state.seq },
    },
    items,
  };
}

/** A note in the words that stand in the place of its own. */
function asCorrected(entry: Entry, facts: DraftFacts): Entry {
  if (entry.kind !== "note.added") return entry;
  const words = facts.corrected(entry.seq)?.words;
  if (words === undefined) return entry;
  return { ...entry, texts: { ...entry.texts, [entry.data.text.textId]: words } };
}

/** The entry, and those whose words it says: where they are redacted, the line goes. */
function citedBy(entry: Entry, { correctedBy }: Piece, names: Names): number[] {
  const itemId = "itemId" in entry.data ? entry.data.itemId : null;
  const fills = itemId ? names.asOf(entry.seq).fillsOf(itemId) : [];
  return [entry.seq, ...(correctedBy ? [correctedBy] : []), ...fills];
}

/** What an author may want to say, but the draft does not begin with. */
const optional = new Set<EventKind>([
  "command.assigned",
  "command.offered",
  "command.declined",
  "command.withdrawn",
  "criterion.reopened",
  "incident.absorbed",
  "incident.detection_corrected",
  "incident.environment_changed",
  "incident.services_changed",
  "incident.start_corrected",
  "incident.title_changed",
  "log.pasted",
  "person.joined",
  "person.left",
  "person.role_changed",
  "step.commented",
  "step.evidence_added",
  "step.acted_second",
  "step.image_added",
  "step.marked_not_applicable",
  "step.unblocked",
  "timebox.extended",
  "timebox.overrun",
]);

function optionalPiece(entry: Entry, names: Names): Piece | null {
  if (!optional.has(entry.kind)) return null;
  return {
    field: "progress",
    drafted: false,
    text: ended(oneLine(plainSentence(entry, names))),
  };
}

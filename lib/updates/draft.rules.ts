import { ended, oneLine } from "@/lib/kernel/sentences";
import { plainSentence, type Names } from "@/lib/timeline/describe";
import type { Entry, EventKind } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { draftFacts } from "./draft-facts.rules";
import { pieceOf, type Piece } from "./draft-pieces.rules";
import { updateFields, type DraftBody, type DraftItem, type DraftLine } from "./draft-body.rules";

/** A line names so many things of one sort; the others are counted. */
const NAMED = 4;

/**
 * Drafts the next update from the timeline: no opinion, no memory, the same entries give the same words.
 * @param entries everything since the last update, oldest first; before them, blocks that still stand
 * @param state the incident now
 */
export function draftUpdate(
  entries: readonly Entry[],
  state: IncidentState,
  names: Names,
): { body: DraftBody; items: DraftItem[] } {
  const facts = draftFacts(entries, state);
  const said = entries.flatMap((entry) => {
    const piece = pieceOf(entry, facts, names) ?? optionalPiece(entry, names);
    return piece ? [{ entry, piece, seqs: citedBy(entry, piece, names) }] : [];
  });
  const drafted = said.filter(({ piece }) => piece.drafted);
  const lines = (field: DraftItem["field"]) => linesOf(drafted.filter(({ piece }) => piece.field === field));
  const [current, progress, blockers] = updateFields.map(lines);
  return {
    body: { current: current ?? [], progress: progress ?? [], blockers: blockers ?? [], nextMinutes: null },
    items: said.map(({ entry, piece, seqs }) => ({
      ...{ seq: entry.seq, seqs, at: entry.at, field: piece.field, text: piece.text },
      sentence: oneLine(plainSentence(entry, names)),
    })),
  };
}

interface Said {
  entry: Entry;
  piece: Piece;
  seqs: number[];
}

/** The entry, and those whose words it says: where they are redacted, the line goes. */
function citedBy(entry: Entry, { correctedBy }: Piece, names: Names): number[] {
  const itemId = "itemId" in entry.data ? entry.data.itemId : null;
  const fills = itemId ? names.asOf(entry.seq).fillsOf(itemId) : [];
  return [entry.seq, ...(correctedBy ? [correctedBy] : []), ...fills];
}

/** Pieces of one group become one line, where the first of them stood. */
function linesOf(said: readonly Said[]): DraftLine[] {
  const leads = new Set<string>();
  return said.flatMap(({ piece, seqs }): DraftLine[] => {
    const lead = piece.group?.lead;
    if (lead === undefined) return [{ text: piece.text, seqs }];
    if (leads.has(lead)) return [];
    leads.add(lead);
    return [
      groupLine(
        lead,
        said.filter((other) => other.piece.group?.lead === lead),
      ),
    ];
  });
}

function groupLine(lead: string, said: readonly Said[]): DraftLine {
  const seqs = [...new Set(said.flatMap((one) => one.seqs))];
  const [first] = said;
  if (first && said.length === 1) return { text: first.piece.text, seqs };
  const parts = said.flatMap(({ piece }) => (piece.group ? [piece.group.part] : []));
  const named = parts.slice(0, NAMED).join("; ");
  const more = parts.length > NAMED ? `; and ${parts.length - NAMED} more` : "";
  return { text: ended(`${lead}: ${named}${more}`), seqs };
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

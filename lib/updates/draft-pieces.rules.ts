import { formatDay, formatTimeWithZone, isSameDay } from "@/lib/kernel/clock-times";
import { bare, capitalised, ended, oneLine } from "@/lib/kernel/sentences";
import type { Names } from "@/lib/timeline/describe";
import type { Entry, EntryOf } from "@/lib/timeline/events";
import type { Answer, TextRef } from "@/lib/timeline/events/common";
import type { DraftFacts } from "./draft-facts.rules";
import type { UpdateField } from "./draft-body.rules";

/** What one entry gives an update. */
export interface Piece {
  field: UpdateField;
  text: string;
  /** Whether the draft begins with it; what is left out can be added. */
  drafted: boolean;
  /** Whether it held until something took its place. */
  overtaken?: boolean;
  /** The entry whose words it says instead of its own. */
  correctedBy?: number;
  /** Pieces of one group become one line: its beginning, and what this piece adds. */
  group?: { lead: string; part: string; first: boolean };
}

/** What an entry gives an update; null when it is nothing that people who wait would want to read. */
export function pieceOf(entry: Entry, facts: DraftFacts, names: Names): Piece | null {
  switch (entry.kind) {
    case "incident.declared":
      return statusOf(entry, facts, "Declared at", null);
    case "incident.status_changed":
      return statusOf(entry, facts, `${capitalised(entry.data.to)} since`, wordsOf(entry, entry.data.reason));
    case "incident.reopened":
      return statusOf(entry, facts, "Open again, investigating since", wordsOf(entry, entry.data.reason));
    case "incident.severity_changed":
      return {
        ...{ field: "current", ...whether(entry.seq === facts.lastSeverity) },
        text: withWords(`Now SEV${entry.data.to}`, wordsOf(entry, entry.data.reason)),
      };
    case "command.acknowledged":
      return statusOf(entry, facts, "Investigating since", null);
    case "command.accepted":
    case "command.taken":
      return {
        ...{ field: "progress", ...whether(entry.data.to === facts.commanderId) },
        text: `${names.person(entry.data.to)} has command.`,
      };
    case "command.offer_unanswered":
      if (!facts.isOffered) return null;
      return {
        ...{ field: "blockers", drafted: true },
        text: `${names.person(entry.data.to)} has not answered the offer of command.`,
      };
    case "note.added":
      return noteOf(entry, facts);
    case "criterion.met": {
      const part = names.criterion(entry.data.criterionId);
      return {
        ...{ field: "current", ...whether(facts.criterionState(entry.data.criterionId) === "met") },
        text: ended(`Met: ${part}`),
        group: { lead: "Met", part: bare(part), first: false },
      };
    }
    case "criterion.waived":
      return {
        ...{ field: "current", ...whether(facts.criterionState(entry.data.criterionId) === "waived") },
        text: withWords(
          `Waived: ${bare(oneLine(names.criterion(entry.data.criterionId)))}`,
          wordsOf(entry, entry.data.reason),
        ),
      };
    default:
      return stepPiece(entry, facts, names);
  }
}

/** The status and since when, for readers in every zone; with the day when it is another than that of the news. */
function statusOf({ seq, at }: Entry, facts: DraftFacts, lead: string, words: string | null): Piece {
  const time = formatTimeWithZone(Date.parse(at), "UTC");
  const isToday = isSameDay(Date.parse(at), Date.parse(facts.newestAt), "UTC");
  const when = isToday ? time : `${formatDay(Date.parse(at), "UTC")}, ${time}`;
  return {
    field: "current",
    ...whether(seq === facts.lastStatus),
    text: withWords(`${lead} ${when}`, words),
  };
}

/** What is drafted while it holds. */
function whether(holds: boolean): Pick<Piece, "drafted" | "overtaken"> {
  return { drafted: holds, overtaken: !holds };
}

function stepPiece(entry: Entry, facts: DraftFacts, names: Names): Piece | null {
  switch (entry.kind) {
    case "step.done":
      return donePiece(entry, facts, names);
    case "decision.answered":
      return entry.data.to ? lasting(entry, facts, "progress", answered(entry, entry.data.to, names)) : null;
    case "step.confirmation_asked":
      return lasting(entry, facts, "progress", ended(`Waits for a second person: ${step(entry, names)}`));
    case "step.taken":
      return lasting(entry, facts, "progress", ended(`Under way: ${step(entry, names)}`));
    case "step.skipped":
      return lasting(entry, facts, "progress", said("Skipped", entry, entry.data.reason, names));
    case "step.failed":
      return lasting(entry, facts, "blockers", said("Failed", entry, entry.data.note, names));
    case "step.blocked":
      return lasting(entry, facts, "blockers", said("Blocked", entry, entry.data.reason, names));
    default:
      return null;
  }
}

/** Steps that were done without a word share a line; there can be many. */
function donePiece(entry: EntryOf<"step.done">, facts: DraftFacts, names: Names): Piece | null {
  const note = wordsOf(entry, entry.data.note);
  const piece = lasting(entry, facts, "progress", withWords(`Done: ${step(entry, names)}`, note));
  if (!piece || note) return piece;
  const first = facts.isRisky(entry.data.itemId);
  return { ...piece, group: { lead: "Done", part: named(entry, names), first } };
}

/** Only what a step came to counts, in its latest round: a tick that was taken back says nothing. What blocks, blocks. */
function lasting(
  entry: EntryOf<
    | "step.done"
    | "step.confirmation_asked"
    | "step.taken"
    | "step.skipped"
    | "step.failed"
    | "step.blocked"
    | "decision.answered"
  >,
  facts: DraftFacts,
  field: UpdateField,
  text: string,
): Piece | null {
  const { itemId } = entry.data;
  if (facts.lastMove(itemId) !== entry.seq) return null;
  const holds = entry.kind === "step.blocked" || !facts.isOfEarlierRound(itemId);
  return { field, ...whether(holds), text };
}

/** Notes are written for those who work there: one is news for those who wait once it is pinned; others can be added. */
function noteOf(entry: EntryOf<"note.added">, facts: DraftFacts): Piece | null {
  const correction = facts.corrected(entry.seq);
  const words = correction ? correction.words : wordsOf(entry, entry.data.text);
  if (!words) return null;
  return {
    field: "current",
    drafted: facts.isPinned(entry.seq),
    text: ended(words),
    correctedBy: correction?.seq,
  };
}

function said(
  lead: string,
  entry: EntryOf<"step.skipped" | "step.failed" | "step.blocked">,
  words: TextRef,
  names: Names,
): string {
  return withWords(`${lead}: ${named(entry, names)}`, wordsOf(entry, words));
}

/** “input valid?”: no (Elias), with what was found. */
function answered(entry: EntryOf<"decision.answered">, answer: Answer, names: Names): string {
  const by = entry.actor.id ? ` (${names.person(entry.actor.id)})` : "";
  const asked = named(entry, names).replace(/^.*\?(?=$| in round \d+$)/, "“$&”");
  const lead = `${asked}: ${answer.label ?? "answered"}${by}`;
  return withWords(lead, wordsOf(entry, entry.data.note));
}

function step(entry: EntryOf<"step.done" | "step.confirmation_asked" | "step.taken">, names: Names): string {
  const by = entry.actor.id;
  return `${named(entry, names)}${by ? ` (${names.person(by)})` : ""}`;
}

/** A step or a question on one line, so that the sentence can go on. */
function named(entry: Entry & { data: { itemId: string } }, names: Names): string {
  return bare(oneLine(names.asOf(entry.seq).step(entry.data.itemId)));
}

/** One line of what somebody wrote; null when there is nothing, or it was redacted. */
function wordsOf(entry: Entry, ref: TextRef | null): string | null {
  return oneLine(ref ? (entry.texts[ref.textId] ?? "") : "") || null;
}

function withWords(what: string, words: string | null): string {
  return ended(words ? `${what}: ${words}` : what);
}

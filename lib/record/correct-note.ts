import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { newText } from "@/lib/timeline/texts";
import { findWritten } from "./find-entry";
import { refuseTooLarge } from "./paste-log";
import { readCorrections } from "./read-marks";
import { decideCorrection } from "./record.rules";
import { NOTE_LIMIT, type CorrectionInput, type EntryParams } from "./schemas";

/**
 * Puts other words in the place of a note's or a log's; the earlier ones stay readable.
 * @throws Failure `conflict` when somebody corrected it since the actor looked, and says who
 */
export async function correctNote(ctx: Context, input: EntryParams & CorrectionInput): Promise<Written> {
  const { row, facts, stream, at } = await lockIncident(ctx, input.key, "entry.correct");
  const entry = await findWritten(ctx, stream.id, input.seq);
  orThrow(decideCorrection(ctx.actor, facts, entry.actor.id));
  if (entry.kind === "log.pasted") refuseTooLarge(input.text);
  else if (input.text.length > NOTE_LIMIT)
    throw new Failure("invalid", "Keep a note under 20,000 characters.");

  const corrections = await readCorrections(ctx, stream.id, [entry.seq]);
  const latest = corrections.findLast(({ kind }) => kind === "entry.corrected");
  if ((latest?.seq ?? null) !== input.basedOn) await refuseLater(ctx, at, latest);
  const words = wordsOf(latest ?? entry);
  if (words === input.text) throw new Failure("invalid", "These are the words it has already.");

  const text = newText(input.text);
  const data = { seq: entry.seq, text: text.ref };
  const corrected = await append(ctx, stream, at, { kind: "entry.corrected", data, texts: [text] });
  return written({ row }, corrected);
}

function wordsOf(entry: Entry): string | null {
  return "text" in entry.data && entry.data.text ? (entry.texts[entry.data.text.textId] ?? null) : null;
}

async function refuseLater(ctx: Context, now: Date, latest: Entry | undefined): Promise<void> {
  if (!latest) throw new Failure("conflict", "There is no such correction of it. Look at it again.");
  const did = "corrected it: look at that, then correct it again";
  await tellWhoWasFirst(ctx, now, { personId: latest.actor.id, at: new Date(latest.at), did });
}

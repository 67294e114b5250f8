import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { findWritten } from "./find-entry";
import { readCorrections } from "./read-marks";
import { decideCorrection, decideHappened } from "./record.rules";
import type { EntryParams, TimeInput } from "./schemas";

/**
 * Puts the time of a note or a log right; when it was written down stays as it is.
 * @throws Failure `invalid` for a time in the future, or the one it has
 */
export async function correctTime(ctx: Context, input: EntryParams & TimeInput): Promise<Written> {
  const { row, facts, stream, at } = await lockIncident(ctx, input.key, "entry.correct");
  const entry = await findWritten(ctx, stream.id, input.seq);
  orThrow(decideCorrection(ctx.actor, facts, entry.actor.id));
  const to = (orThrow(decideHappened(input.occurredAt, at)).at ?? at).toISOString();

  const corrections = await readCorrections(ctx, stream.id, [entry.seq]);
  const latest = corrections.findLast((correction) => correction.kind === "entry.time_corrected");
  const from = latest?.data.to ?? entry.occurredAt ?? entry.at;
  if (from === to) throw new Failure("invalid", "This is the time it has already.");

  const data = { seq: entry.seq, from, to };
  const corrected = await append(ctx, stream, at, { kind: "entry.time_corrected", data });
  return written({ row }, corrected);
}

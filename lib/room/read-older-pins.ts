import type { ReadContext } from "@/lib/db/context";
import { readCorrections } from "@/lib/record/read-marks";
import { pinsAfter } from "@/lib/record/record.rules";
import type { Entry } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";

/**
 * What is pinned though it is older than the entries that a room is opened with, newest first; with the older entries
 * that pin and correct it.
 * @param told all entries that pin and unpin, oldest first
 * @param oldest the number of the oldest entry that the room has
 */
export async function readOlderPins(
  ctx: Pick<ReadContext, "db">,
  streamId: string,
  { told, oldest }: { told: readonly Entry[]; oldest: number },
): Promise<Entry[]> {
  const events = told.flatMap((entry) =>
    entry.kind === "entry.pinned" || entry.kind === "entry.unpinned" ? [entry] : [],
  );
  const seqs = pinsAfter(events.map(({ kind, data }) => ({ kind, seq: data.seq }))).filter(
    (seq) => seq < oldest,
  );
  if (seqs.length === 0) return [];
  const pinned = await readEntries(ctx, streamId, { before: oldest, seqs, limit: seqs.length });
  const corrections = await readCorrections(ctx, streamId, seqs);
  const pins = events.filter(({ kind, data }) => kind === "entry.pinned" && seqs.includes(data.seq));
  return [...pinned, ...corrections, ...pins]
    .filter(({ seq }) => seq < oldest)
    .toSorted((a, b) => b.seq - a.seq);
}

import type { ReadContext } from "@/lib/db/context";
import type { Entry, EntryOf } from "@/lib/timeline/events";
import { readAllEntries } from "@/lib/timeline/read";
import { pinsAfter } from "./record.rules";

type Db = Pick<ReadContext, "db">;
const CORRECTIONS = ["entry.corrected", "entry.time_corrected"] as const;
type Correction = EntryOf<(typeof CORRECTIONS)[number]>;

/** The entries that correct words or time of one of these, oldest first. */
export async function readCorrections(
  ctx: Db,
  streamId: string,
  seqs: readonly number[],
): Promise<Correction[]> {
  if (seqs.length === 0) return [];
  const found = await readAllEntries(ctx, streamId, CORRECTIONS, Math.min(...seqs));
  return found.filter((entry) => isCorrection(entry)).filter(({ data }) => seqs.includes(data.seq));
}

/** The numbers of the entries that are pinned now. */
export async function readPins(ctx: Db, streamId: string): Promise<number[]> {
  const entries = await readAllEntries(ctx, streamId, ["entry.pinned", "entry.unpinned"]);
  return pinsAfter(
    entries.flatMap(({ kind, data }) =>
      kind === "entry.pinned" || kind === "entry.unpinned" ? [{ kind, seq: data.seq }] : [],
    ),
  );
}

function isCorrection(entry: Entry): entry is Correction {
  return entry.kind === "entry.corrected" || entry.kind === "entry.time_corrected";
}

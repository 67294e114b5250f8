import type { ReadContext } from "@/lib/db/context";
import type { Entry } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import { pinsAfter } from "./record.rules";

type Db = Pick<ReadContext, "db">;
type Correction = Extract<Entry, { kind: "entry.corrected" | "entry.time_corrected" }>;

/** There is no bound on corrections and pins, but a person makes each: this is more than anybody makes. */
const ALL = 100_000;

/** The entries that correct words or time of one of these, oldest first. */
export async function readCorrections(
  ctx: Db,
  streamId: string,
  seqs: readonly number[],
): Promise<Correction[]> {
  if (seqs.length === 0) return [];
  const kinds = ["entry.corrected", "entry.time_corrected"];
  const found = await readEntries(ctx, streamId, { after: Math.min(...seqs), limit: ALL, kinds });
  return found.filter((entry) => isCorrection(entry)).filter(({ data }) => seqs.includes(data.seq));
}

/** The numbers of the entries that are pinned now. */
export async function readPins(ctx: Db, streamId: string): Promise<number[]> {
  const kinds = ["entry.pinned", "entry.unpinned"];
  const entries = await readEntries(ctx, streamId, { after: 0, limit: ALL, kinds });
  return pinsAfter(
    entries.flatMap(({ kind, data }) =>
      kind === "entry.pinned" || kind === "entry.unpinned" ? [{ kind, seq: data.seq }] : [],
    ),
  );
}

function isCorrection(entry: Entry): entry is Correction {
  return entry.kind === "entry.corrected" || entry.kind === "entry.time_corrected";
}

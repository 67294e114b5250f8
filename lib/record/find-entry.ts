import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { Entry, EntryOf } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import { isWritten } from "./kinds.rules";

type Db = Pick<ReadContext, "db">;

/** One entry of a stream. @throws Failure `not_found` when there is none with this number */
export async function findEntry(ctx: Db, streamId: string, seq: number): Promise<Entry> {
  const [entry] = await readEntries(ctx, streamId, { after: seq - 1, limit: 1 });
  if (!entry || entry.seq !== seq) throw new Failure("not_found", `There is no entry #${seq}.`);
  return entry;
}

/**
 * The same for one that somebody wrote: a note or a log.
 * @throws Failure `invalid` for entries of other kinds: what the console recorded is not corrected
 */
export async function findWritten(
  ctx: Db,
  streamId: string,
  seq: number,
): Promise<EntryOf<"note.added" | "log.pasted">> {
  const entry = await findEntry(ctx, streamId, seq);
  if (isWritten(entry.kind)) return entry as EntryOf<"note.added" | "log.pasted">;
  throw new Failure(
    "invalid",
    `#${seq} is no note or log. Add a note that says what is right; the entry itself stays.`,
  );
}

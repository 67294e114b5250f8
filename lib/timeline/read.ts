import type { ReadContext } from "@/lib/db/context";
import { parseEvent, type Entry, type EventKind } from "./events";

/** One page of a stream. Exactly one of `after` and `before` decides the direction. */
export interface EntryRange {
  /** Entries with seq > after, oldest first. */
  after?: number;
  /** Entries with seq < before, newest first. */
  before?: number;
  limit: number;
  kinds?: readonly string[];
  actorId?: string;
  /** Only entries with one of these numbers. */
  seqs?: readonly number[];
}

/**
 * Reads entries of a stream with their texts: two queries, whatever the number.
 * The caller has checked that the actor may see the stream.
 */
export async function readEntries(
  ctx: Pick<ReadContext, "db">,
  streamId: string,
  range: EntryRange,
): Promise<Entry[]> {
  const rows = await ctx.db.timelineEntry.findMany({
    where: {
      streamId,
      seq: { gt: range.after, lt: range.before, ...(range.seqs && { in: [...range.seqs] }) },
      kind: range.kinds && { in: [...range.kinds] },
      actorId: range.actorId,
    },
    orderBy: { seq: range.after === undefined ? "desc" : "asc" },
    take: range.limit,
  });
  const texts = await readTexts(
    ctx,
    streamId,
    rows.map((row) => row.seq),
  );
  return rows.map((row) => ({
    ...parseEvent(row.kind, row.version, JSON.parse(row.data)),
    streamId,
    seq: row.seq,
    version: row.version,
    actor: { kind: row.actorKind, id: row.actorId, via: row.via },
    at: row.at.toISOString(),
    occurredAt: row.occurredAt?.toISOString() ?? null,
    texts: texts.get(row.seq) ?? {},
  }));
}

/** There is no bound on a stream's length; this is more than any has. */
const EVERY_ENTRY = 10_000_000;

/** All entries of a stream after one, or all of some kinds, oldest first. The caller has checked as for `readEntries`. */
export function readAllEntries(
  ctx: Pick<ReadContext, "db">,
  streamId: string,
  kinds?: readonly EventKind[],
  after = 0,
): Promise<Entry[]> {
  return readEntries(ctx, streamId, { after, limit: EVERY_ENTRY, kinds });
}

async function readTexts(
  ctx: Pick<ReadContext, "db">,
  streamId: string,
  seqs: readonly number[],
): Promise<Map<number, Record<string, string | null>>> {
  const bySeq = new Map<number, Record<string, string | null>>();
  if (seqs.length === 0) return bySeq;
  const rows = await ctx.db.entryText.findMany({
    where: { streamId, seq: { in: [...seqs] } },
    select: { id: true, seq: true, text: true },
  });
  for (const { id, seq, text } of rows) bySeq.set(seq, { ...bySeq.get(seq), [id]: text });
  return bySeq;
}

import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { versionOf, type DomainEvent, type Entry } from "./events";
import { canonical, entryHash, GENESIS, headMessage } from "./hash.rules";
import type { NewText } from "./texts";

/** The one channel of NOTIFY; payloads hold ids only. */
export const CHANNEL = "quarterdeck";

/** A stream whose head row this transaction holds. */
export interface LockedStream {
  id: string;
  seq: number;
  hash: string;
  /** The time of the newest entry, or null before the first. */
  at: Date | null;
}

/** What a verb wants on the timeline. */
export type NewEntry = DomainEvent & {
  /** Every text that `data` refers to. */
  texts?: readonly (NewText | null)[];
  /** When it happened, if that is not now. */
  occurredAt?: Date | null;
};

/**
 * Locks a stream until the transaction ends: the lock under which verbs read, decide and write.
 * @throws Failure `not_found` when there is no such stream
 */
export async function lockStream(ctx: Context, id: string): Promise<LockedStream> {
  const stream = await lockStreamOf(ctx, Prisma.sql`${id}::uuid`);
  if (!stream) throw new Failure("not_found", "There is no such stream of events.");
  return stream;
}

/**
 * The same for a stream that is known by something that hangs on it, in one statement.
 * @param id SQL of the stream's id: `SELECT id FROM incidents WHERE key = …`
 * @returns null when there is none
 */
export async function lockStreamOf(ctx: Context, id: Prisma.Sql): Promise<LockedStream | null> {
  const rows = await ctx.db.$queryRaw<{ id: string; seq: number; hash: string; at: Date }[]>`
    SELECT id, head_seq AS seq, head_hash AS hash, head_at AS at FROM streams WHERE id = (${id}) FOR UPDATE`;
  const [row] = rows;
  return row ? { ...row, at: row.seq === 0 ? null : row.at } : null;
}

/** Begins a stream; its first entry must follow in the same transaction. */
export async function createStream(
  ctx: Context,
  id: string,
  kind: "incident" | "run" | "administration",
): Promise<LockedStream> {
  const made = await ctx.db.$executeRaw`
    INSERT INTO streams (id, kind, head_seq, head_hash, head_at, head_signature, head_key_id)
    VALUES (${id}::uuid, ${kind}::stream_kind, 0, ${GENESIS}, ${new Date(0)}, '', '')
    ON CONFLICT (id) DO NOTHING`;
  // A row of our own making is ours until the transaction ends.
  if (made === 1) return { id, seq: 0, hash: GENESIS, at: null };
  return lockStream(ctx, id);
}

/**
 * The time of what is about to be written: the clock's, but never before the stream's newest entry.
 * Ask once per verb, after locking.
 */
export function timeIn(ctx: Context, stream: LockedStream): Date {
  const now = ctx.clock.now();
  return stream.at && stream.at > now ? stream.at : now;
}

/**
 * Appends one entry: hashed onto the chain, the new head signed, listeners told on commit.
 * @param stream locked by this transaction; moves on to the new head
 * @param at from `timeIn`
 * @returns the entry as readers will get it
 */
export async function append(ctx: Context, stream: LockedStream, at: Date, entry: NewEntry): Promise<Entry> {
  const texts = (entry.texts ?? []).filter((text) => text !== null);
  const seq = stream.seq + 1;
  const facts = factsOf(ctx, stream.id, seq, at, entry);
  const hash = entryHash(stream.hash, facts);
  const signature = ctx.signer.sign(headMessage(stream.id, seq, hash));
  const moved = await ctx.db.$queryRaw<unknown[]>`
    WITH written AS (
      INSERT INTO timeline_entries
        (stream_id, seq, kind, version, actor_kind, actor_id, via, at, occurred_at, data, hash)
      VALUES (${stream.id}::uuid, ${seq}, ${entry.kind}, ${facts.version}, ${facts.actor.kind}::actor_kind,
        ${facts.actor.id}::uuid, ${facts.actor.via}, ${at}, ${entry.occurredAt ?? null},
        ${canonical(entry.data)}, ${hash})
    ), kept AS (
      INSERT INTO entry_texts (id, stream_id, seq, salt, text)
      SELECT * FROM (VALUES ${textRows(texts, stream.id, seq)}) AS t (id, stream_id, seq, salt, text)
      WHERE id IS NOT NULL
    ), moved AS (
      UPDATE streams SET head_seq = ${seq}, head_hash = ${hash}, head_at = ${at},
        head_signature = ${signature}, head_key_id = ${ctx.signer.keyId}
      WHERE id = ${stream.id}::uuid AND head_seq = ${stream.seq} RETURNING 1
    )
    SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ stream: stream.id, seq })})::text FROM moved`;
  if (moved.length !== 1) throw new Failure("conflict", "Somebody else wrote at the same moment. Try again.");
  Object.assign(stream, { seq, hash, at });
  return { ...facts, texts: Object.fromEntries(texts.map((text) => [text.ref.textId, text.value])) } as Entry;
}

/** What an entry's hash covers, and readers get. */
export function factsOf(ctx: Context, streamId: string, seq: number, at: Date, entry: NewEntry) {
  return {
    ...{ streamId, seq, kind: entry.kind, version: versionOf(entry.kind) },
    actor: { kind: ctx.actor.kind, id: ctx.actor.id, via: ctx.actor.via },
    at: at.toISOString(),
    occurredAt: entry.occurredAt?.toISOString() ?? null,
    data: entry.data,
  };
}

/** A VALUES list of the texts; one row of nulls when there are none, since an empty list is no SQL. */
function textRows(texts: readonly NewText[], streamId: string, seq: number): Prisma.Sql {
  if (texts.length === 0) return Prisma.sql`(NULL::uuid, NULL::uuid, NULL::int, NULL::bytea, NULL::text)`;
  return Prisma.join(
    texts.map(
      (text) =>
        Prisma.sql`(${text.ref.textId}::uuid, ${streamId}::uuid, ${seq}::int, ${text.salt}::bytea, ${text.value}::text)`,
    ),
  );
}

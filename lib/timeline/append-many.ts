import type { Context } from "@/lib/db/context";
import { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { append, CHANNEL, factsOf, type LockedStream } from "./append";
import { type DomainEvent, type Entry } from "./events";
import { canonical, entryHash, headMessage } from "./hash.rules";

/** So many rows fit into one statement with room to spare. */
const BATCH = 1_000;

/**
 * Appends entries without texts that are written at one moment, in few statements however many there are: months
 * of missed updates must not outlast a transaction. Only the last head is signed.
 * @param stream as for `append`
 */
export async function appendMany(
  ctx: Context,
  stream: LockedStream,
  at: Date,
  events: readonly DomainEvent[],
): Promise<Entry[]> {
  const [first] = events;
  if (!first) return [];
  if (events.length === 1) return [await append(ctx, stream, at, first)];
  let { seq, hash } = stream;
  const rows = events.map((event) => {
    const facts = factsOf(ctx, stream.id, ++seq, at, event);
    hash = entryHash(hash, facts);
    return { facts, hash };
  });
  for (let begin = 0; begin < rows.length; begin += BATCH) {
    const values = rows.slice(begin, begin + BATCH).map(
      ({ facts, hash: own }) => Prisma.sql`(${stream.id}::uuid, ${facts.seq}, ${facts.kind}, ${facts.version},
        ${facts.actor.kind}::actor_kind, ${facts.actor.id}::uuid, ${facts.actor.via}, ${at}, NULL,
        ${canonical(facts.data)}, ${own})`,
    );
    await ctx.db.$executeRaw`
      INSERT INTO timeline_entries
        (stream_id, seq, kind, version, actor_kind, actor_id, via, at, occurred_at, data, hash)
      VALUES ${Prisma.join(values)}`;
  }
  await moveHead(ctx, stream, { seq, hash, at });
  return rows.map(({ facts }) => ({ ...facts, texts: {} }) as Entry);
}

/** Listeners are told of the first, from which they read on, and of the last. */
async function moveHead(
  ctx: Context,
  stream: LockedStream,
  head: { seq: number; hash: string; at: Date },
): Promise<void> {
  const signature = ctx.signer.sign(headMessage(stream.id, head.seq, head.hash));
  const moved = await ctx.db.$executeRaw`
    UPDATE streams SET head_seq = ${head.seq}, head_hash = ${head.hash}, head_at = ${head.at},
      head_signature = ${signature}, head_key_id = ${ctx.signer.keyId}
    WHERE id = ${stream.id}::uuid AND head_seq = ${stream.seq}`;
  if (moved !== 1) throw new Failure("conflict", "Somebody else wrote at the same moment. Try again.");
  for (const seq of [stream.seq + 1, head.seq]) {
    const told = JSON.stringify({ stream: stream.id, seq });
    await ctx.db.$executeRaw`SELECT pg_notify(${CHANNEL}, ${told})`;
  }
  Object.assign(stream, head);
}

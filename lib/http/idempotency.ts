import { z } from "zod";
import type { BaseContext, Context } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { canonical } from "@/lib/timeline/hash.rules";
import { withoutSecrets } from "./without-secrets";

/** A write's answer. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Who retries what under which key. */
export interface IdempotentRequest {
  key: string;
  method: string;
  path: string;
  body: unknown;
  /** False for answers that hold a secret: then a retry is told that it was done, and nothing is stored. */
  keepAnswer: boolean;
}

const uuid = z.uuid();

class AlreadyDone extends Error {}

/**
 * @param optional a request without one gets a key of its own
 * @throws Failure `invalid` when the header is missing or no UUID
 */
export function idempotencyKey(headers: Headers, optional = false): string {
  if (optional && !headers.has("idempotency-key")) return newId();
  const key = uuid.safeParse(headers.get("idempotency-key"));
  if (key.success) return key.data.toLowerCase();
  throw new Failure("invalid", "Send an Idempotency-Key header with a new UUID for every write.");
}

/**
 * Runs a write at most once per actor and key. The answer is stored in the write's own transaction; a retry gets
 * the stored one, also when it comes while the first is still running (the unique key makes it wait).
 * @param does.before what is done outside the transaction first, and not again once there is an answer
 * @throws Failure `key_reused` when the key came with another request before
 */
export async function once<Before>(
  base: BaseContext,
  request: IdempotentRequest,
  does: { before?: () => Promise<Before>; run: (ctx: Context, before: Before) => Promise<Answer> },
): Promise<Answer> {
  const id = { actorKey: base.actor.id ?? base.actor.kind, key: request.key };
  const { method, path, body } = request;
  // Keyed: of what somebody typed, no hash is kept that guesses could be tried against.
  const requestHash = base.signer.fingerprint(canonical([method, path, withoutSecrets(body) ?? null]));
  const find = () => base.db.idempotentResult.findUnique({ where: { actorKey_key: id } });
  try {
    if (does.before && (await find())) throw new AlreadyDone();
    const before = (await does.before?.()) as Before;
    return await inTransaction(base, async (ctx) => {
      const answer = await does.run(ctx, before);
      await store(ctx, { ...id, requestHash }, answer, request.keepAnswer);
      return answer;
    });
  } catch (error) {
    // A retry often fails on what its first try did ("already acknowledged"): look before telling.
    if (!(error instanceof Failure || error instanceof AlreadyDone)) throw error;
    const stored = await find();
    if (!stored) throw error;
    return replay(stored, requestHash);
  }
}

async function store(
  ctx: Context,
  row: { actorKey: string; key: string; requestHash: string },
  { status, body }: Answer,
  keepAnswer: boolean,
): Promise<void> {
  const inserted = await ctx.db.$executeRaw`
    INSERT INTO idempotent_results (actor_key, key, request_hash, status, body, created_at)
    VALUES (${row.actorKey}, ${row.key}::uuid, ${row.requestHash}, ${status},
      ${keepAnswer ? JSON.stringify(body ?? null) : "null"}::jsonb, ${ctx.clock.now()})
    ON CONFLICT DO NOTHING`;
  if (inserted === 0) throw new AlreadyDone();
}

function replay(
  stored: { requestHash: string; status: number; body: Prisma.JsonValue },
  requestHash: string,
): Answer {
  if (stored.requestHash !== requestHash) {
    throw new Failure("key_reused", "This Idempotency-Key was used for another request. Send a new UUID.");
  }
  if (stored.body === null && stored.status !== 204) {
    throw new Failure("conflict", "This was done already, and its answer is shown only once.");
  }
  return { status: stored.status, body: stored.body };
}

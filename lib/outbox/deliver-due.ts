import type { Logger } from "pino";
import type { BaseContext } from "@/lib/db/context";
import { claimMessages, type ClaimedMessage } from "./claim";
import type { MessageKinds, Post, Posted } from "./message-kinds";
import { recordAttempt } from "./record-attempt";

const AT_ONCE = 10;

export interface DeliverParts {
  post: Post;
  kinds: MessageKinds;
  log: Logger;
  /** Told after each batch: silent receivers make a round long, and it is not to be taken for one that hangs. */
  getsOn?: () => void;
}

/**
 * Posts every message that is due, each outside any transaction, under an id that stays the same over all tries.
 * At least once: an instance that is killed after posting and before recording leaves it to be posted again.
 * @returns how many tries were made
 */
export async function deliverDue(base: BaseContext, parts: DeliverParts): Promise<number> {
  let tries = 0;
  for (;;) {
    const messages = await claimMessages(base.db, base.clock.now(), AT_ONCE);
    await Promise.all(messages.map((message) => deliver(base, parts, message)));
    tries += messages.length;
    parts.getsOn?.();
    if (messages.length < AT_ONCE) return tries;
  }
}

async function deliver(base: BaseContext, parts: DeliverParts, message: ClaimedMessage): Promise<void> {
  const { log, kinds } = parts;
  try {
    const posted = await attempt(base, parts, message);
    await recordAttempt(base, kinds, message, posted);
    const facts = { messageId: message.id, webhookId: message.webhookId, ms: posted.ms };
    if (posted.ok) log.info(facts, "message delivered");
    else log.warn({ ...facts, reason: posted.error }, "message not delivered");
  } catch (error) {
    // Its lease runs out, and it is tried again; the others go on.
    log.error({ err: error, messageId: message.id }, "a delivery could not be recorded");
  }
}

async function attempt(
  base: BaseContext,
  { post, kinds, log }: DeliverParts,
  message: ClaimedMessage,
): Promise<Posted> {
  try {
    const kind = kinds[message.kind];
    if (!kind) throw new Error(`Nobody renders ${message.kind}`);
    const refusal = await kind.refusal?.({ db: base.db }, message);
    if (refusal) return { ok: false, ms: 0, error: refusal, final: true };
    const body = await kind.render({ db: base.db }, message);
    return await post(message.url, body, {
      "Idempotency-Key": message.id,
      "X-Quarterdeck-Message": message.id,
    });
  } catch (error) {
    log.error({ err: error, messageId: message.id }, "a message could not be made");
    return { ok: false, ms: 0, error: "The console could not put the message together." };
  }
}

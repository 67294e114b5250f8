import type { ReadContext } from "@/lib/db/context";
import { findVisible } from "@/lib/incidents/find-visible";
import { parseEvent } from "@/lib/timeline/events";
import type { DeliveriesDto } from "./dto";

const AT_MOST = 500;

/** What became of each update on its way to each webhook, newest first. Never says a webhook's address. */
export async function listDeliveries(ctx: ReadContext, key: string): Promise<DeliveriesDto> {
  const { id } = await findVisible(ctx, key);
  const messages = await ctx.db.outboxMessage.findMany({
    where: { incidentId: id, kind: { in: ["update.posted", "update.corrected"] } },
    orderBy: [{ seq: "desc" }, { createdAt: "desc" }, { id: "asc" }],
    take: AT_MOST,
    select: {
      ...{ id: true, seq: true, kind: true, webhookId: true, state: true, attempts: true, createdAt: true },
      ...{ nextAttemptAt: true, endedAt: true, lastError: true, lastMs: true },
      webhook: { select: { name: true, removedAt: true } },
    },
  });
  const seqs = [...new Set(messages.flatMap(({ seq }) => (seq === null ? [] : [seq])))];
  const numbers = await readNumbers(ctx, id, seqs);
  return {
    deliveries: messages.map(({ webhook, kind, createdAt, nextAttemptAt, endedAt, ...message }) => ({
      ...message,
      number: numbers.get(message.seq ?? 0) ?? null,
      correction: kind === "update.corrected",
      webhookName: webhook.name,
      webhookRemoved: webhook.removedAt !== null,
      createdAt: createdAt.toISOString(),
      nextAttemptAt: message.state === "pending" ? nextAttemptAt.toISOString() : null,
      endedAt: endedAt?.toISOString() ?? null,
    })),
  };
}

/** Which update each of these entries posted or corrected. */
async function readNumbers(ctx: ReadContext, streamId: string, seqs: number[]): Promise<Map<number, number>> {
  const rows = await ctx.db.timelineEntry.findMany({
    where: { streamId, seq: { in: seqs } },
    select: { seq: true, kind: true, version: true, data: true },
  });
  return new Map(
    rows.flatMap(({ seq, kind, version, data }) => {
      const event = parseEvent(kind, version, JSON.parse(data));
      const told = event.kind === "update.posted" || event.kind === "update.corrected";
      return told ? [[seq, event.data.number] as const] : [];
    }),
  );
}

import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma, Webhook } from "@/lib/db/generated/client";
import { findVisible } from "@/lib/incidents/find-visible";
import type { WebhookDto, WebhooksDto } from "./dto";
import { TEST_MESSAGE } from "./messages";
import { webhooksOf } from "@/lib/outbox/webhooks-of";

/** The webhooks for all incidents. @throws Failure `forbidden` for anybody but an administrator */
export function listWebhooks(ctx: ReadContext): Promise<WebhooksDto> {
  authorise(ctx.actor, "settings.administer");
  return read(ctx, { removedAt: null, incidentId: null });
}

/** Where the updates of an incident go: its own webhooks, and those for all. For everybody who may see it. */
export async function listWebhooksOf(ctx: ReadContext, key: string): Promise<WebhooksDto> {
  const { id } = await findVisible(ctx, key);
  const { visibility } = await ctx.db.incident.findUniqueOrThrow({
    where: { id },
    select: { visibility: true },
  });
  const told = await webhooksOf(ctx, { id, visibility });
  return read(ctx, { id: { in: told.map((webhook) => webhook.id) } }, id);
}

/** @param incidentId tells only of this incident's messages; absent: of any */
async function read(
  { db }: ReadContext,
  where: Prisma.WebhookWhereInput,
  incidentId?: string,
): Promise<WebhooksDto> {
  const webhooks = await db.webhook.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: {
      messages: {
        where: incidentId ? { OR: [{ incidentId }, { kind: TEST_MESSAGE }] } : {},
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { kind: true, state: true, createdAt: true, endedAt: true, lastMs: true, lastError: true },
      },
    },
  });
  return { webhooks: webhooks.map(({ messages, ...webhook }) => toDto(webhook, messages[0])) };
}

type LastMessage = Prisma.OutboxMessageGetPayload<{
  select: { kind: true; state: true; createdAt: true; endedAt: true; lastMs: true; lastError: true };
}>;

/** A webhook as it may be shown. */
export function toDto(webhook: Webhook, last?: LastMessage): WebhookDto {
  const { id, name, url, told, incidentId, createdAt } = webhook;
  return {
    ...{ id, name, told, incidentId },
    host: new URL(url).host,
    ending: url.slice(-4),
    createdAt: createdAt.toISOString(),
    last: last
      ? {
          state: last.state,
          test: last.kind === TEST_MESSAGE,
          at: (last.endedAt ?? last.createdAt).toISOString(),
          ms: last.lastMs,
          error: last.lastError,
        }
      : null,
  };
}

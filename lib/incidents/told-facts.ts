import { z } from "zod";
import type { ReadContext } from "@/lib/db/context";
import type { SlackFacts } from "@/lib/outbox/channels/slack-text.rules";
import type { Message } from "@/lib/outbox/message-kinds";
import { webhooksOf } from "@/lib/outbox/webhooks-of";
import { moment } from "@/lib/timeline/events/common";

const payload = z.object({ severity: z.int(), nextDueAt: moment.nullable() });

/**
 * What every message about an incident says beside its own words: title and commander as they are now, severity and
 * next due time as they were when it was decided.
 * @param publicUrl the console's own address, for the link to the room
 */
export async function toldFacts(
  { db }: Pick<ReadContext, "db">,
  message: Message,
  publicUrl: string,
): Promise<SlackFacts> {
  const { severity, nextDueAt } = payload.parse(message.payload);
  const { key, kind, title, commander } = await db.incident.findUniqueOrThrow({
    where: { id: message.incidentId ?? "" },
    select: { key: true, kind: true, title: true, commander: { select: { name: true } } },
  });
  return {
    ...{ key, kind, title, severity },
    commander: commander?.name ?? null,
    nextDueAt: nextDueAt === null ? null : Date.parse(nextDueAt),
    link: `${publicUrl}/incidents/${key}`,
  };
}

/** Why a message must not be sent: its incident may have been closed to all but its members since it was decided. */
export async function whyNotTold({ db }: Pick<ReadContext, "db">, message: Message): Promise<string | null> {
  const incident = await db.incident.findUniqueOrThrow({
    where: { id: message.incidentId ?? "" },
    select: { id: true, visibility: true },
  });
  const told = await webhooksOf({ db }, incident);
  if (told.some(({ id }) => id === message.webhookId)) return null;
  return "Only members may know of this incident now; it was not sent.";
}

import type { Context, ReadContext } from "@/lib/db/context";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { toldFacts, whyNotTold } from "@/lib/incidents/told-facts";
import { slackBody, slackCorrection } from "@/lib/outbox/channels/slack.rules";
import type { Message, MessageKinds } from "@/lib/outbox/message-kinds";
import { append } from "@/lib/timeline/append";
import type { EntryOf } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";

/**
 * The messages that tell of updates and their corrections.
 * @param publicUrl the console's own address, for the link to the room
 */
export function updateMessages(publicUrl: string): MessageKinds {
  const render = (ctx: Pick<ReadContext, "db">, message: Message) => renderUpdate(ctx, message, publicUrl);
  const kind = { render, refusal: whyNotTold, retries: true, onAbandoned: noteAbandoned };
  return { "update.posted": kind, "update.corrected": kind };
}

async function renderUpdate(
  ctx: Pick<ReadContext, "db">,
  message: Message,
  publicUrl: string,
): Promise<object> {
  const entry = await readTold(ctx, message);
  const facts = await toldFacts(ctx, message, publicUrl);
  if (entry.kind === "update.corrected")
    return slackCorrection(entry.data.number, entry.texts[entry.data.text.textId] ?? null, facts);
  const { number, status, final, current, progress, blockers } = entry.data;
  const words = (textId: string) => entry.texts[textId] ?? null;
  const update = {
    ...{ number, status, final },
    current: words(current.textId),
    progress: words(progress.textId),
    blockers: words(blockers.textId),
  };
  return slackBody(update, facts);
}

type Told = EntryOf<"update.posted" | "update.corrected">;

async function readTold(ctx: Pick<ReadContext, "db">, { incidentId, seq }: Message): Promise<Told> {
  const [entry] = await readEntries(ctx, incidentId ?? "", { before: (seq ?? 0) + 1, limit: 1 });
  if (entry?.kind === "update.posted" || entry?.kind === "update.corrected") return entry;
  throw new Error(`Entry ${seq} tells of no update`);
}

/** The room has the update all the same; the record says that one webhook never got it. */
async function noteAbandoned(ctx: Context, message: Message): Promise<void> {
  const { stream, at } = await lockIncident(ctx, message.incidentId ?? "", "incident.read");
  const { data } = await readTold(ctx, message);
  await append(ctx, stream, at, {
    kind: "update.delivery_abandoned",
    data: { number: data.number, webhookId: message.webhookId, messageId: message.id },
  });
}

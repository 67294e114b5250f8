import type { ReadContext } from "@/lib/db/context";
import { slackNews, type SlackNews } from "@/lib/outbox/channels/slack-news.rules";
import type { Message, MessageKinds } from "@/lib/outbox/message-kinds";
import type { Entry } from "@/lib/timeline/events";
import { readEntries } from "@/lib/timeline/read";
import { nameOf } from "./name-of";
import { toldFacts, whyNotTold } from "./told-facts";

/** Kinds of entries that are told to webhooks which want more than updates. "Resolved" is told by the final update. */
const toldKinds = [
  ...["incident.declared", "incident.severity_changed", "incident.status_changed", "incident.cancelled"],
  ...["incident.closed", "incident.reopened"],
  ...["command.acknowledged", "command.accepted", "command.taken"],
];

/**
 * The messages that tell of a declaration, a severity, a command and a move.
 * @param publicUrl the console's own address, for the link to the room
 */
export function incidentMessages(publicUrl: string): MessageKinds {
  const render = async (ctx: Pick<ReadContext, "db">, message: Message) => {
    const [entry] = await readEntries(ctx, message.incidentId ?? "", {
      before: (message.seq ?? 0) + 1,
      limit: 1,
    });
    const news = entry && (await newsOf(ctx, entry));
    if (!news) throw new Error(`Entry ${message.seq} is not told`);
    return slackNews(news, reasonOf(entry), await toldFacts(ctx, message, publicUrl));
  };
  const kind = { render, refusal: whyNotTold, retries: true };
  return Object.fromEntries(toldKinds.map((name) => [name, kind]));
}

async function newsOf(ctx: Pick<ReadContext, "db">, entry: Entry): Promise<SlackNews | null> {
  const name = (id: string) => nameOf(ctx, id);
  switch (entry.kind) {
    case "incident.declared": {
      const asked = await askedAtFirst(ctx, entry);
      const by = entry.actor.kind === "person" && entry.actor.id ? await name(entry.actor.id) : null;
      return { what: "declared", by, asked: asked && (await name(asked)) };
    }
    case "incident.severity_changed":
      return { what: "severity", from: entry.data.from, to: entry.data.to };
    case "incident.status_changed":
      return { what: "moved", from: entry.data.from, to: entry.data.to };
    case "incident.cancelled":
      return { what: entry.data.mergedIntoId ? "merged" : "cancelled" };
    case "incident.closed":
      return { what: "closed" };
    case "incident.reopened":
      return { what: "reopened" };
    case "command.acknowledged":
      return { what: "acknowledged", who: await name(entry.data.to) };
    case "command.accepted":
      return { what: "handed_over", from: await name(entry.data.from), to: await name(entry.data.to) };
    case "command.taken": {
      const { from, to } = entry.data;
      return { what: "taken", from: from && (await name(from)), to: await name(to) };
    }
    default:
      return null;
  }
}

/** Who was asked to command in the declaration itself: within the next two entries, by the same act. */
async function askedAtFirst(
  ctx: Pick<ReadContext, "db">,
  { streamId, seq, at }: Entry,
): Promise<string | null> {
  const next = await readEntries(ctx, streamId, { after: seq, limit: 2 });
  const asked = next.find((entry) => entry.kind === "command.assigned" && entry.at === at);
  return asked?.kind === "command.assigned" ? asked.data.to : null;
}

/** Undefined: none was given; null: it was redacted. */
function reasonOf(entry: Entry): string | null | undefined {
  if (!("reason" in entry.data) || entry.data.reason === null) return undefined;
  return entry.texts[entry.data.reason.textId] ?? null;
}

import type { ReadContext } from "@/lib/db/context";
import type { Prisma, Webhook } from "@/lib/db/generated/client";

type ToldWebhook = Pick<Webhook, "id" | "name" | "url" | "told" | "incidentId">;

interface Of {
  id: string;
  visibility: "everyone" | "members";
}

/**
 * Where word of an incident goes: the webhooks set for it, and those for all incidents. What only its members
 * may know goes to its own webhooks alone.
 * @param incident null: only those for all
 */
export function webhooksOf({ db }: Pick<ReadContext, "db">, incident: Of | null): Promise<ToldWebhook[]> {
  return db.webhook.findMany({
    where: { removedAt: null, ...(incident ? whereTold(incident) : { incidentId: null }) },
    select: { id: true, name: true, url: true, told: true, incidentId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

function whereTold({ id, visibility }: Of): Prisma.WebhookWhereInput {
  const own = { incidentId: id };
  return visibility === "members" ? own : { OR: [own, { incidentId: null }] };
}

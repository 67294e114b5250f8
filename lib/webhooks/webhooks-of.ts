import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";

interface Of {
  id: string;
  visibility: "everyone" | "members";
}

/**
 * Where the updates of an incident go: the webhooks set for it, and those for all incidents. What only its members
 * may know goes to its own webhooks alone.
 * @param incident null: only those for all
 */
export function webhooksOf(
  { db }: Pick<ReadContext, "db">,
  incident: Of | null,
): Promise<{ id: string; name: string; url: string; incidentId: string | null }[]> {
  return db.webhook.findMany({
    where: { removedAt: null, ...(incident ? whereTold(incident) : { incidentId: null }) },
    select: { id: true, name: true, url: true, incidentId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

function whereTold({ id, visibility }: Of): Prisma.WebhookWhereInput {
  const own = { incidentId: id };
  return visibility === "members" ? own : { OR: [own, { incidentId: null }] };
}

import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";

interface Of {
  id: string;
  visibility: "everyone" | "members";
}

/**
 * Where the updates of an incident go: the webhooks set for it, and those for all incidents. What only its members
 * may know goes to its own webhooks alone.
 */
export function webhooksOf(
  { db }: Pick<ReadContext, "db">,
  incident: Of,
): Promise<{ id: string; name: string; url: string; incidentId: string | null }[]> {
  return db.webhook.findMany({
    where: whereTold(incident),
    select: { id: true, name: true, url: true, incidentId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

function whereTold({ id, visibility }: Of): Prisma.WebhookWhereInput {
  const own = { incidentId: id };
  return { removedAt: null, ...(visibility === "members" ? own : { OR: [own, { incidentId: null }] }) };
}

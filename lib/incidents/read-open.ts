import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { severity } from "@/lib/timeline/events/common";
import { cadenceState } from "@/lib/updates/cadence-state.rules";
import type { Attended } from "./attention.rules";

export const openStatuses = ["declared", "investigating", "mitigating", "monitoring"] as const;

/** The open incidents that `where` lets through, with just what decides their order: they are few. */
export async function readOpen(
  { db }: ReadContext,
  where: Prisma.IncidentWhereInput,
): Promise<(Attended & { id: string })[]> {
  const rows = await db.incident.findMany({
    where: { AND: [where, { status: { in: [...openStatuses] } }] },
    select: {
      id: true,
      status: true,
      severity: true,
      declaredAt: true,
      commanderId: true,
      offeredToId: true,
      offeredAt: true,
      cadence: true,
    },
  });
  return rows.map(({ offeredToId, offeredAt, ...row }) => ({
    ...row,
    severity: severity.parse(row.severity),
    declaredAt: row.declaredAt.toISOString(),
    offer: offeredToId && offeredAt ? { toId: offeredToId, at: offeredAt.toISOString() } : null,
    cadence: cadenceState.parse(row.cadence),
    summary: null,
  }));
}

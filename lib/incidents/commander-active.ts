import type { ReadContext } from "@/lib/db/context";

/**
 * When the commander was last active in an incident: seen in the room, or on its timeline.
 * @returns null when nobody commands or they were never seen; being given command counts as activity
 */
export async function commanderActiveAt(
  { db }: Pick<ReadContext, "db">,
  { id, commanderId, commandSince }: { id: string; commanderId: string | null; commandSince: Date | null },
): Promise<Date | null> {
  if (!commanderId) return null;
  const seen = await db.presence.findUnique({
    where: { incidentId_personId: { incidentId: id, personId: commanderId } },
    select: { activeAt: true },
  });
  const last = await db.timelineEntry.findFirst({
    where: { streamId: id, actorId: commanderId },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  const times = [seen?.activeAt, last?.at, commandSince].filter((time) => time instanceof Date);
  return times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));
}

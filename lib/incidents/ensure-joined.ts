import type { Context } from "@/lib/db/context";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import type { LockedIncident } from "./locked-incident";

/**
 * Who does something in an incident takes part in it: joins the actor as responder unless they are there.
 * @returns the entry that says so, or none
 */
export async function ensureJoined(
  ctx: Context,
  { row, facts, stream, at }: LockedIncident,
): Promise<Entry[]> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  if (!personId || facts.commanderId === personId) return [];
  if (facts.participants.some((participant) => participant.personId === personId)) return [];
  const seat = { role: "responder", joinedAt: at, leftAt: null } as const;
  await ctx.db.participant.upsert({
    where: { incidentId_personId: { incidentId: row.id, personId } },
    create: { incidentId: row.id, personId, ...seat },
    update: seat,
    select: { personId: true },
  });
  return [await append(ctx, stream, at, { kind: "person.joined", data: { personId, role: "responder" } })];
}

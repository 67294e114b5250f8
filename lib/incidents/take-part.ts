import type { Context } from "@/lib/db/context";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentRole } from "@/lib/timeline/events/common";
import type { LockedIncident } from "./locked-incident";

/** Writes that a person takes part as `role`: new, back again, or in another role. Appends nothing. */
export async function takePart(
  ctx: Context,
  { row, at }: LockedIncident,
  personId: string,
  role: IncidentRole,
): Promise<void> {
  const key = { incidentId: row.id, personId };
  // Whoever had left is back since now; whoever is here keeps the time of joining.
  const back = await ctx.db.participant.updateMany({
    where: { ...key, leftAt: { not: null } },
    data: { role, leftAt: null, joinedAt: at },
  });
  if (back.count > 0) return;
  await ctx.db.participant.upsert({
    where: { incidentId_personId: key },
    create: { ...key, role, joinedAt: at },
    update: { role },
    select: { personId: true },
  });
}

/**
 * Lets a person in as responder, with an entry, unless they take part (or command) already.
 * Verbs in which the first act joins (a tick, a note) call it before their own entry.
 * @param personId by default the actor; machines do not join
 */
export async function joinOnFirstAct(
  ctx: Context,
  incident: LockedIncident,
  personId = ctx.actor.kind === "person" ? ctx.actor.id : null,
): Promise<Entry[]> {
  const { facts, stream, at } = incident;
  if (!personId || facts.commanderId === personId) return [];
  if (facts.participants.some((p) => p.personId === personId)) return [];
  await takePart(ctx, incident, personId, "responder");
  facts.participants = [...facts.participants, { personId, role: "responder" }];
  return [await append(ctx, stream, at, { kind: "person.joined", data: { personId, role: "responder" } })];
}

import { giveBackSteps } from "@/lib/checklists/give-back";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { endPart } from "@/lib/incidents/end-part";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { personOf } from "@/lib/incidents/person-of";
import { written } from "@/lib/incidents/written";

/**
 * The actor takes part no longer, and gives back the steps they have.
 * @throws Failure `conflict` for the commander, who hands over first, and for who does not take part
 */
export async function leave(ctx: Context, { key }: { key: string }): Promise<Written> {
  return endAndGiveBack(ctx, await lockIncident(ctx, key, "person.join"), personOf(ctx).id);
}

/**
 * Somebody takes part no longer, by the commander, the deputy or a manager.
 * @throws Failure as `leave`
 */
export async function removePerson(
  ctx: Context,
  { key, personId }: { key: string; personId: string },
): Promise<Written> {
  return endAndGiveBack(ctx, await lockIncident(ctx, key, "person.remove"), personId);
}

async function endAndGiveBack(ctx: Context, incident: LockedIncident, personId: string): Promise<Written> {
  const given = await giveBackSteps(ctx, incident, personId);
  return written(incident, ...given, await endPart(ctx, incident, personId));
}

import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "./locked-incident";
import { takePart } from "./take-part";
import { updateIncident } from "./update-incident";

/** Puts a person in command of an incident from now on; an offer that stands is over. */
export async function giveCommand(ctx: Context, incident: LockedIncident, personId: string): Promise<void> {
  await takePart(ctx, incident, personId, "responder");
  await updateIncident(ctx, incident, {
    commanderId: personId,
    commandSince: incident.at,
    offeredToId: null,
    offeredAt: null,
  });
}

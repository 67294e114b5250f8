import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { cadenceState } from "./cadence-state.rules";
import { postUpdate } from "./post-update";
import type { UpdateInput } from "./schemas";

/**
 * Posts the status update that is due.
 * @throws Failure `conflict` when somebody else posted this number first, and says who and how long before
 */
export async function postStatusUpdate(ctx: Context, input: UpdateInput & { key: string }): Promise<Written> {
  const { key, number, ...update } = input;
  const incident = await lockIncident(ctx, key, "update.post");
  await refuseTaken(ctx, incident, number);
  const { entries } = await postUpdate(ctx, incident, { ...update, final: false });
  return written(incident, ...entries);
}

async function refuseTaken(ctx: Context, { row, at }: LockedIncident, number: number): Promise<void> {
  const next = cadenceState.parse(row.cadence).updatesPosted + 1;
  if (number === next) return;
  const first = await ctx.db.statusUpdate.findUnique({
    where: { incidentId_number: { incidentId: row.id, number } },
    select: { postedById: true, postedAt: true },
  });
  if (!first) throw new Failure("conflict", `Update ${next} is next. Load the page again.`);
  await tellWhoWasFirst(ctx, at, {
    ...{ personId: first.postedById, at: first.postedAt },
    did: `posted update ${number}`,
  });
}

import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { findVisible } from "@/lib/incidents/find-visible";
import { Failure } from "@/lib/kernel/errors";
import { readEntries } from "@/lib/timeline/read";
import type { RoomDto } from "./dto";
import { readIncidentKeys } from "./read-incident-keys";
import { readIncidentState } from "./read-state";

const NEWEST = 200;

/**
 * A room as it is opened: state, the newest 200 entries, who is here.
 * @throws Failure `not_found` when there is none or the actor may not know of it
 */
export function readRoom(ctx: ReadContext, key: string): Promise<RoomDto> {
  return inSnapshot(ctx.db, async (db) => {
    const { id } = await findVisible({ ...ctx, db }, key);
    const state = await readIncidentState({ db }, id);
    if (!state) throw new Failure("not_found", `There is no incident ${key}.`);
    const presence = await db.presence.findMany({
      where: { incidentId: id },
      select: { personId: true, activeAt: true },
    });
    return {
      state,
      entries: await readEntries({ db }, id, { before: state.seq + 1, limit: NEWEST }),
      incidentKeys: await readIncidentKeys({ ...ctx, db }, state),
      presence: Object.fromEntries(presence.map(({ personId, activeAt }) => [personId, activeAt.getTime()])),
    };
  });
}

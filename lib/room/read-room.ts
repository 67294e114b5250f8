import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { findVisible } from "@/lib/incidents/find-visible";
import { Failure } from "@/lib/kernel/errors";
import { readAllEntries, readEntries } from "@/lib/timeline/read";
import type { RoomDto } from "./dto";
import { readKeysIn } from "./read-incident-keys";
import { readOlderPins } from "./read-older-pins";
import { readIncidentState } from "./read-state";

const NEWEST = 200;
/** Read whole, however old: they speak of other incidents, and of entries that must not be overlooked. */
const WHOLE = ["incident.absorbed", "entry.pinned", "entry.unpinned"] as const;

/**
 * A room as it is opened: state, the newest 200 entries and what is pinned before them, who is here.
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
    const entries = await readEntries({ db }, id, { before: state.seq + 1, limit: NEWEST });
    const told = await readAllEntries({ db }, id, WHOLE);
    return {
      state,
      entries,
      olderPins: await readOlderPins({ db }, id, { told, oldest: entries.at(-1)?.seq ?? 1 }),
      incidentKeys: await readKeysIn({ ...ctx, db }, state, told),
      presence: Object.fromEntries(presence.map(({ personId, activeAt }) => [personId, activeAt.getTime()])),
    };
  });
}

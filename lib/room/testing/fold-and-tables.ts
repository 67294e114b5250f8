import type { ReadContext } from "@/lib/db/context";
import { readIncidentState } from "@/lib/room/read-state";
import { fold, type IncidentState } from "@/lib/timeline/fold";
import { readEntries } from "@/lib/timeline/read";

/** What an incident's timeline folds to, and what its tables hold: the same, when all is well. */
export async function foldAndTables(
  ctx: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<{ folded: IncidentState; tables: IncidentState | null }> {
  const entries = await readEntries(ctx, incidentId, { after: 0, limit: 100_000 });
  const tables = await readIncidentState(ctx, incidentId);
  return { folded: ordered(fold(entries)), tables: tables && ordered(tables) };
}

/** Sets have no order: participants and services are compared by id. */
function ordered(state: IncidentState): IncidentState {
  return {
    ...state,
    serviceIds: state.serviceIds.toSorted(),
    participants: state.participants.toSorted((a, b) => a.personId.localeCompare(b.personId)),
  };
}

import { expect } from "vitest";
import type { ReadContext } from "@/lib/db/context";
import { readIncidentState } from "@/lib/room/read-state";
import { fold, type IncidentState } from "@/lib/timeline/fold";
import { readEntries } from "@/lib/timeline/read";

/** The timeline is the truth: what it folds to is what the tables hold. */
export async function expectFoldEqualsTables(
  ctx: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<void> {
  const entries = await readEntries(ctx, incidentId, { after: 0, limit: 100_000 });
  const tables = await readIncidentState(ctx, incidentId);
  expect(tables).not.toBeNull();
  if (tables) expect(ordered(fold(entries))).toEqual(ordered(tables));
}

/** Sets have no order: participants and services are compared by id. */
function ordered(state: IncidentState): IncidentState {
  return {
    ...state,
    serviceIds: state.serviceIds.toSorted(),
    participants: state.participants.toSorted((a, b) => a.personId.localeCompare(b.personId)),
  };
}

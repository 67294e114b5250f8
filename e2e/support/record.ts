import { expect } from "@playwright/test";
import { connect } from "@/lib/db/client";
import { readIncidentState } from "@/lib/room/read-state";
import { fold, type IncidentState } from "@/lib/timeline/fold";
import { readEntries } from "@/lib/timeline/read";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";

/** The timeline is unaltered, and what it folds to is what the tables hold. */
export async function expectRecordToHold(databaseUrl: string, key: string): Promise<void> {
  const db = connect(databaseUrl, 2);
  try {
    const { id } = await db.incident.findUniqueOrThrow({ where: { key }, select: { id: true } });
    expect((await verifyStream({ db }, id)).problems).toEqual([]);
    const entries = await readEntries({ db }, id, { after: 0, limit: 100_000 });
    const tables = await readIncidentState({ db }, id);
    expect(ordered(fold(entries))).toEqual(tables && ordered(tables));
  } finally {
    await db.$disconnect();
  }
}

/** Sets have no order. */
function ordered(state: IncidentState): IncidentState {
  return {
    ...state,
    serviceIds: state.serviceIds.toSorted(),
    participants: state.participants.toSorted((a, b) => a.personId.localeCompare(b.personId)),
  };
}

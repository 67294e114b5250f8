import { expect } from "@playwright/test";
import { connect } from "@/lib/db/client";
import { foldAndTables } from "@/lib/room/testing/fold-and-tables";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";

/** The timeline is unaltered, and what it folds to is what the tables hold. */
export async function expectRecordToHold(databaseUrl: string, key: string): Promise<void> {
  const db = connect(databaseUrl, 2);
  try {
    const { id } = await db.incident.findUniqueOrThrow({ where: { key }, select: { id: true } });
    expect((await verifyStream({ db }, id)).problems).toEqual([]);
    const { folded, tables } = await foldAndTables({ db }, id);
    expect(folded).toEqual(tables);
  } finally {
    await db.$disconnect();
  }
}

import { Prisma } from "@/lib/db/generated/client";
import type { Db } from "@/lib/db/client";
import type { Rows } from "./short-incident";

/**
 * Writes rows into several tables in one transaction, a statement each, in the order in which the tables are named.
 * Columns that no row names keep their default. Nobody is notified.
 */
export async function insertRows(db: Db, rows: Rows): Promise<void> {
  const statements = Object.entries(rows).flatMap(([table, list]) => {
    const [first] = list;
    if (!first) return [];
    const columns = Prisma.raw(Object.keys(first).join(", "));
    const name = Prisma.raw(table);
    return db.$executeRaw`
      INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(list)}::jsonb)`;
  });
  await db.$transaction(statements);
}

/** Puts the rows of many into one list a table. */
export function together(all: readonly Rows[]): Rows {
  const merged: Rows = {};
  for (const rows of all) {
    for (const [table, list] of Object.entries(rows)) (merged[table] ??= []).push(...list);
  }
  return merged;
}

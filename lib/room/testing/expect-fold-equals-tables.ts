import { expect } from "vitest";
import type { ReadContext } from "@/lib/db/context";
import { foldAndTables } from "./fold-and-tables";

/** The timeline is the truth: what it folds to is what the tables hold. */
export async function expectFoldEqualsTables(
  ctx: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<void> {
  const { folded, tables } = await foldAndTables(ctx, incidentId);
  expect(tables).not.toBeNull();
  expect(folded).toEqual(tables);
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Db } from "./client";
import { testDatabaseUrl } from "./testing/database";

/** One connection, so that what it keeps can be asked of it. */
let db: Db;
let pooled: Db;
beforeAll(async () => {
  db = connect(await testDatabaseUrl(), 1);
  pooled = connect(await testDatabaseUrl(), 1, true);
});
afterAll(() => Promise.all([db.$disconnect(), pooled.$disconnect()]));

const ask = (of: Db, name: string) => of.service.findUnique({ where: { name } });
const kept = async (of: Db) =>
  (await of.$queryRaw<unknown[]>`SELECT 1 FROM pg_prepared_statements WHERE statement LIKE '%services%'`)
    .length;

describe("a statement that comes again", () => {
  test("is kept prepared by its connection, once", async () => {
    for (const name of ["a", "b", "c", "d"]) await ask(db, name);
    expect(await kept(db)).toBe(1);
  });

  test("is not kept where each transaction may have another connection", async () => {
    for (const name of ["a", "b", "c", "d"]) await ask(pooled, name);
    expect(await kept(pooled)).toBe(0);
  });

  test("can be asked after PostgreSQL refused to prepare it in a transaction that had failed", async () => {
    const question = (of: Pick<Db, "$queryRaw">) => of.$queryRaw`SELECT ${"x"}::text AS answer`;
    for (let time = 0; time < 3; time++) {
      const failing = db.$transaction(async (tx) => {
        await expect(tx.$queryRaw`SELECT 1 / 0`).rejects.toThrow("division by zero");
        await question(tx);
      });
      await expect(failing).rejects.toThrow("current transaction is aborted");
    }
    expect(await question(db)).toEqual([{ answer: "x" }]);
  });
});

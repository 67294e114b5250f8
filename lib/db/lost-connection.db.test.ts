import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { connect, openPool, type Db } from "./client";
import { freePort } from "./embedded/free-port";
import { inTransaction, isAway } from "./in-transaction";
import { breakableLine, type BreakableLine } from "./testing/breakable-line";
import { testDatabaseUrl } from "./testing/database";
import { testContext, type TestContext } from "./testing/make-context";

let ctx: TestContext;
let line: BreakableLine;
/** Through the line, one connection at a time. */
let db: Db;
let name: string;

beforeAll(async () => {
  ctx = await testContext();
  line = await breakableLine(await testDatabaseUrl());
  db = connect(line.url, 1);
});
afterAll(async () => {
  await db.$disconnect();
  await line.stop();
  await ctx.db.$disconnect();
});
beforeEach(() => {
  name = `queue ${newId()}`;
});

const addService = () =>
  inTransaction({ ...ctx, db }, (tx) => tx.db.service.create({ data: { id: newId(), name } }));
const isThere = async () => (await ctx.db.service.count({ where: { name } })) === 1;

describe("a connection that breaks", () => {
  test.each(["heard", "unheard"] as const)(
    "in the middle of a transaction says that nothing was saved (statement %s)",
    async (heard) => {
      line.breakAt("INSERT INTO", heard);
      await expect(addService()).rejects.toMatchObject({
        code: "unavailable",
        message: expect.stringContaining("Nothing was saved"),
      });
      expect(await isThere()).toBe(false);
    },
  );

  test.each([
    ["heard", true],
    ["unheard", false],
  ] as const)(
    "at the commit does not claim to know whether it was saved (commit %s)",
    async (heard, saved) => {
      line.breakAt("COMMIT", heard);
      await expect(addService()).rejects.toMatchObject({
        code: "unavailable",
        message: expect.not.stringContaining("Nothing was saved"),
      });
      await expect.poll(isThere).toBe(saved);
    },
  );

  test("as soon as it is handed from one to the next fails that one only, and the process lives", async () => {
    const pool = openPool(line.url, 1);
    line.sayGoodbyeAfter("SELECT 'first'");
    const first = pool.query("SELECT 'first' AS told");
    const next = pool.connect();
    expect((await first).rows).toEqual([{ told: "first" }]);
    const client = await next;
    await expect(client.query("SELECT 1")).rejects.toThrow();
    client.release();
    expect((await pool.query("SELECT 'again' AS told")).rows).toEqual([{ told: "again" }]);
    await pool.end();
  });

  test("or was never there is known as such for every kind of query", async () => {
    const nowhere = connect(`postgresql://nobody:none@127.0.0.1:${await freePort()}/none`, 1);
    for (const query of [
      nowhere.service.count(),
      nowhere.$queryRaw`SELECT 1`,
      nowhere.$executeRaw`SELECT 1`,
    ]) {
      const error: unknown = await query.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(isAway(error), String(error)).toBe(true);
    }
    await nowhere.$disconnect();
  });
});

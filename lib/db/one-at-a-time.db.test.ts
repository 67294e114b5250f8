import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anIncidentInHand } from "@/lib/incidents/testing/factories";
import { inTransaction } from "./in-transaction";
import { testContext, type TestContext } from "./testing/make-context";

let ctx: TestContext;
const warnings: string[] = [];
const hear = (warning: Error) => warnings.push(warning.message);

beforeAll(async () => {
  ctx = await testContext();
  process.on("warning", hear);
});
afterAll(() => process.off("warning", hear));

describe("a transaction's connection", () => {
  it("gets one query at a time, also for relations that are loaded side by side", async () => {
    const { id } = await anIncidentInHand(ctx);
    const read = await inTransaction(ctx, ({ db }) =>
      db.incident.findUniqueOrThrow({
        where: { id },
        include: { environment: true, commander: true, services: true, participants: true, summary: true },
      }),
    );
    expect(read.participants).toHaveLength(1);
    const counts = await inTransaction(ctx, ({ db }) =>
      Promise.all([db.person.count(), db.incident.count(), db.environment.count(), db.service.count()]),
    );
    expect(counts).toEqual([1, 1, 1, 0]);
    // A warning is told in a later turn of the event loop.
    await new Promise(setImmediate);
    expect(warnings).toEqual([]);
  });

  it("goes on after a query that failed, until the transaction is rolled back", async () => {
    const outcome = inTransaction(ctx, async ({ db }) => {
      const wrong = db.$queryRaw`SELECT 1 / 0`;
      const next = db.person.count();
      await expect(wrong).rejects.toThrow("division by zero");
      await next;
    });
    await expect(outcome).rejects.toThrow();
    expect(await ctx.db.person.count()).toBe(1);
  });
});

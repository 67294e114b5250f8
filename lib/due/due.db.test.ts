import pino from "pino";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { offerCommand } from "@/lib/incidents/offer-command";
import { act, aDeclaredIncident, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { claimDue } from "./claim";
import { startDueWork } from "./due-work";
import { dueHandlers, type DueHandlers } from "./handlers";
import { cleanUp } from "./housekeeping";
import { runDue } from "./run-due";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});
beforeEach(async () => {
  await ctx.db.dueItem.deleteMany();
});

const log = pino({ level: "silent" });
const parts = { handlers: dueHandlers, log };

async function missedOf(id: string): Promise<number> {
  return ctx.db.timelineEntry.count({ where: { streamId: id, kind: "update.missed" } });
}

describe("due work", () => {
  it("marks a missed update once, and looks again an interval later", async () => {
    const { id } = await anIncidentInHand(ctx);
    ctx.clock.advance(29);
    expect(await runDue(ctx, parts)).toBe(0);
    ctx.clock.advance(1);
    expect(await runDue(ctx, parts)).toBe(1);
    expect(await runDue(ctx, parts)).toBe(0);
    expect(await missedOf(id)).toBe(1);
    ctx.clock.advance(15);
    await runDue(ctx, parts);
    expect(await missedOf(id)).toBe(2);
    await expectFoldEqualsTables(ctx, id);
  });

  it("notes an offer that nobody answered, and is done with it", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const jonah = await aPerson(ctx, "responder", "Jonah Reyes");
    await act(ctx.as(commander), offerCommand, { key, personId: jonah.id, note: null });
    ctx.clock.advance(3);
    await runDue(ctx, parts);
    expect(
      await ctx.db.timelineEntry.count({ where: { streamId: id, kind: "command.offer_unanswered" } }),
    ).toBe(1);
    const item = await ctx.db.dueItem.findFirstOrThrow({ where: { incidentId: id, kind: "offer" } });
    expect(item.doneAt).toEqual(ctx.clock.now());
  });

  it("is decided once by two instances at the same time", async () => {
    const incidents = [];
    for (let count = 0; count < 8; count++) incidents.push(await aDeclaredIncident(ctx));
    ctx.clock.advance(31);
    const worked = await Promise.all([runDue(ctx, parts), runDue(ctx, parts)]);
    expect(worked[0] + worked[1]).toBe(8);
    for (const { id } of incidents) expect(await missedOf(id)).toBe(1);
  });

  it("is taken over from an instance that was killed, once its lease is out", async () => {
    const { id } = await aDeclaredIncident(ctx);
    ctx.clock.advance(30);
    await claimDue(ctx.db, ctx.clock.now(), ["clock"], 10);
    expect(await runDue(ctx, parts)).toBe(0);
    ctx.clock.advance(0.5);
    expect(await runDue(ctx, parts)).toBe(1);
    expect(await missedOf(id)).toBe(1);
  });

  it("goes on past an item that cannot be done, and comes back to it", async () => {
    const poisoned = newId();
    const { id } = await aDeclaredIncident(ctx);
    await ctx.db.dueItem.create({
      data: { id: newId(), incidentId: poisoned, kind: "clock", key: "next", dueAt: ctx.clock.now() },
    });
    ctx.clock.advance(30);
    await runDue(ctx, parts);
    expect(await missedOf(id)).toBe(1);
    const left = await ctx.db.dueItem.findFirstOrThrow({ where: { incidentId: poisoned } });
    expect(left.doneAt).toBeNull();
  });

  it("takes a handler's writes back together with the mark when it fails", async () => {
    const { id } = await aDeclaredIncident(ctx);
    ctx.clock.advance(30);
    const failing: DueHandlers = {
      clock: async (tx, incidentId) => {
        await dueHandlers.clock!(tx, incidentId);
        throw new Error("the instance is killed here");
      },
    };
    await runDue(ctx, { handlers: failing, log });
    expect(await missedOf(id)).toBe(0);
    ctx.clock.advance(0.5);
    await runDue(ctx, parts);
    expect(await missedOf(id)).toBe(1);
  });

  it("makes a round at start and when it is woken, and waits for the last one at the end", async () => {
    const rounds: string[] = [];
    const { id } = await aDeclaredIncident(ctx);
    const due = startDueWork({
      ...{ db: ctx.db, clock: ctx.clock, signer: ctx.signer, log, outgoingHosts: [] },
      publicUrl: "http://127.0.0.1:3000",
      onRound: (result) => rounds.push(result),
    });
    await expect.poll(() => rounds).toEqual(["ok", "ok", "ok"]);
    expect(due.isRunning()).toBe(true);
    ctx.clock.advance(30);
    due.wake();
    await expect.poll(() => missedOf(id)).toBe(1);
    await due.stop();
    expect(due.isRunning()).toBe(false);
  });
});

describe("housekeeping", () => {
  it("forgets answers to retries after two days", async () => {
    const answer = { actorKey: "test", requestHash: "x", status: 200, body: {} };
    await ctx.db.idempotentResult.create({ data: { ...answer, key: newId(), createdAt: ctx.clock.now() } });
    ctx.clock.advance(48 * 60);
    await cleanUp(ctx);
    expect(await ctx.db.idempotentResult.count()).toBe(1);
    ctx.clock.advance(1);
    await cleanUp(ctx);
    expect(await ctx.db.idempotentResult.count()).toBe(0);
  });

  it("forgets what people put away once it would not be shown any more", async () => {
    const at = ctx.clock.now();
    await ctx.db.dismissal.create({ data: { personId: newId(), incidentId: newId(), seq: 1, at } });
    ctx.clock.advance(14 * 24 * 60);
    await cleanUp(ctx);
    expect(await ctx.db.dismissal.count()).toBe(1);
    ctx.clock.advance(16 * 24 * 60 + 1);
    await cleanUp(ctx);
    expect(await ctx.db.dismissal.count()).toBe(0);
  });

  it("forgets them all, however many a busy day has left", async () => {
    await ctx.db.$executeRaw`
      INSERT INTO idempotent_results (actor_key, key, request_hash, status, body, created_at)
      SELECT 'test', gen_random_uuid(), 'x', 200, '{}', ${ctx.clock.now()} FROM generate_series(1, 12000)`;
    ctx.clock.advance(48 * 60 + 1);
    await cleanUp(ctx);
    expect(await ctx.db.idempotentResult.count()).toBe(0);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { assignRole } from "./assign-role";
import { editFacts } from "./edit-facts";
import { moveStatus } from "./move-status";
import { act, anEnvironment, anIncidentInHand, aPerson, aService } from "./testing/factories";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

describe("putting facts right", () => {
  it("changes several at once, each on the timeline with the reason", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const [staging, outbox] = [await anEnvironment(ctx, "staging"), await aService(ctx, "outbox")];
    const before = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    const startedAt = new Date("2026-03-01T02:40:00.000Z");
    const { entries } = await act(ctx.as(commander), editFacts, {
      key,
      reason: "Seen in the log",
      changes: {
        title: { from: before.title, to: "Orders are stuck in the EU" },
        environmentId: { from: before.environmentId, to: staging },
        serviceIds: { from: [], to: [outbox] },
        startedAt: { from: null, to: startedAt },
        detection: { from: { at: null, by: null }, to: { at: startedAt, by: "customer" } },
        callLink: { from: null, to: "https://call.example.org/room" },
      },
    });
    expect(entries.map(({ kind }) => kind)).toEqual([
      "incident.title_changed",
      "incident.environment_changed",
      "incident.services_changed",
      "incident.start_corrected",
      "incident.detection_corrected",
      "incident.call_link_changed",
    ]);
    const after = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    expect(after).toMatchObject({ title: "Orders are stuck in the EU", startedAt, detection: "customer" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("a milder severity moves the due time, an equal interval does not", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx, { severity: 1 });
    const { declaredAt } = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    const change = (from: 1 | 2 | 3, to: 2 | 3) =>
      act(ctx.as(commander), editFacts, { key, reason: "Few are hit", changes: { severity: { from, to } } });
    const dueMinutes = async () => {
      const { dueAt } = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
      return ((dueAt?.getTime() ?? 0) - declaredAt.getTime()) / 60_000;
    };
    await change(1, 2);
    expect(await dueMinutes()).toBe(15);
    await change(2, 3);
    expect(await dueMinutes()).toBe(30);
    await expectFoldEqualsTables(ctx, id);
  });

  it("misses up to then come first when the severity changes late", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx, { severity: 1 });
    ctx.clock.advance(31);
    const severity = { from: 1, to: 2 } as const;
    const { entries } = await act(ctx.as(commander), editFacts, {
      key,
      reason: "Milder",
      changes: { severity },
    });
    expect(entries.map(({ kind }) => kind)).toEqual(["update.missed", "incident.severity_changed"]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("of two who change the same fact, the second is told", async () => {
    const { key, commander } = await anIncidentInHand(ctx, { severity: 2 });
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const change = (to: 1 | 3) => ({
      key,
      reason: "As I see it",
      changes: { severity: { from: 2, to } as const },
    });
    const results = await Promise.allSettled([
      act(ctx.as(commander), editFacts, change(1)),
      act(ctx.as(elias), editFacts, change(3)),
    ]);
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "conflict" } },
    ]);
  });

  it("visibility is for the commander and managers", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const hide = {
      key,
      reason: "Personal data",
      changes: { visibility: { from: "everyone", to: "members" } },
    } as const;
    await expect(act(ctx.as(elias), editFacts, hide)).rejects.toMatchObject({ code: "forbidden" });
    await act(ctx.as(commander), editFacts, hide);
    const unseen = act(ctx.as(elias), moveStatus, { key, to: "mitigating", reason: null });
    await expect(unseen).rejects.toMatchObject({ code: "not_found" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is not for viewers", async () => {
    const { key } = await anIncidentInHand(ctx, { severity: 2 });
    const edit = { key, reason: "Worse", changes: { severity: { from: 2, to: 1 } } } as const;
    const refused = act(ctx.as(await aPerson(ctx, "viewer")), editFacts, edit);
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("moving the status", () => {
  it("goes both ways; the first monitoring is when it was mitigated", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const move = (to: "investigating" | "mitigating" | "monitoring") =>
      act(ctx.as(commander), moveStatus, { key, to, reason: "As it stands" });
    await move("monitoring");
    const mitigatedAt = ctx.clock.now();
    ctx.clock.advance(3);
    await move("investigating");
    await move("monitoring");
    expect(await ctx.db.incident.findUniqueOrThrow({ where: { id } })).toMatchObject({ mitigatedAt });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is for commander and deputy, also where a manager looks on", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const deputy = await aPerson(ctx, "responder");
    const move = { key, to: "mitigating", reason: null } as const;
    for (const role of ["responder", "manager", "administrator"] as const) {
      const refused = act(ctx.as(await aPerson(ctx, role)), moveStatus, move);
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    }
    await act(ctx.as(commander), assignRole, { key, personId: deputy.id, role: "deputy" });
    await act(ctx.as(deputy), moveStatus, move);
  });

  it("of two who move it to the same status, the second is told", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const move = () => act(ctx.as(commander), moveStatus, { key, to: "mitigating", reason: null });
    const results = await Promise.allSettled([move(), move()]);
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "conflict" } },
    ]);
  });
});

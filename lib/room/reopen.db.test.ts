import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aDeclaredIncident, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { changeAccessRole } from "@/lib/people/change-access-role";
import { deactivate } from "@/lib/people/deactivate";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { cancel } from "./cancel";
import { reopen } from "./reopen";
import { resolve } from "./resolve";

let ctx: TestContext;
let admin: PersonActor;
let ruth: PersonActor;
beforeAll(async () => {
  ctx = await testContext();
  admin = await aPerson(ctx, "administrator", "Ana Duarte");
  ruth = await aPerson(ctx, "manager", "Ruth Adeyemi");
});

async function aResolvedIncident() {
  const incident = await anIncidentInHand(ctx);
  const words = { current: "Orders flow again.", progress: "", blockers: "", sources: [], draftedTo: null };
  await act(ctx.as(incident.commander), resolve, { key: incident.key, ...words });
  return incident;
}

describe("reopening", () => {
  it("gives command to who reopens when the commander's account was closed meanwhile", async () => {
    const { id, key, commander } = await aResolvedIncident();
    await act(ctx.as(admin), deactivate, { id: commander.id });
    const { entries } = await act(ctx.as(ruth), reopen, { key, reason: "It is back" });
    expect(entries.at(-1)).toMatchObject({
      kind: "command.taken",
      data: { from: commander.id, to: ruth.id },
    });
    await expectFoldEqualsTables(ctx, id);
  });

  it("gives command to who reopens when the commander may only look by now", async () => {
    const { id, key, commander } = await aResolvedIncident();
    await act(ctx.as(admin), changeAccessRole, { id: commander.id, accessRole: "viewer" });
    await act(ctx.as(ruth), reopen, { key, reason: "It is back" });
    expect(await ctx.db.incident.findUniqueOrThrow({ where: { id } })).toMatchObject({
      commanderId: ruth.id,
    });
  });

  it("gives command to who reopens what was cancelled before whoever was asked had taken it", async () => {
    const asked = await aPerson(ctx, "responder", "Mara Lindqvist");
    const { id, key } = await aDeclaredIncident(ctx.as(ruth), { commanderId: asked.id });
    await act(ctx.as(ruth), cancel, { key, reason: "A test alert", mergedInto: null });
    const { entries } = await act(ctx.as(ruth), reopen, { key, reason: "It was none" });
    expect(entries.at(-1)).toMatchObject({ kind: "command.taken", data: { from: null, to: ruth.id } });
    const row = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ commanderId: ruth.id, commandSince: ctx.clock.now() });
    await expectFoldEqualsTables(ctx, id);
  });

  it("at the moment at which the commander is deactivated leaves no open incident with a closed account", async () => {
    for (let count = 0; count < 5; count++) {
      const { id, key, commander } = await aResolvedIncident();
      await Promise.allSettled([
        act(ctx.as(ruth), reopen, { key, reason: "It is back" }),
        act(ctx.as(admin), deactivate, { id: commander.id }),
      ]);
      const row = await ctx.db.incident.findUniqueOrThrow({ where: { id }, include: { commander: true } });
      expect(row.status).toBe("investigating");
      expect(row.commander?.deactivatedAt).toBeNull();
    }
  });
});

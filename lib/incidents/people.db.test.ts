import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { assignRole } from "./assign-role";
import { join } from "./join";
import { leave, removePerson } from "@/lib/room/leave";
import { notePresence } from "./note-presence";
import { act, anIncidentInHand, aPerson } from "./testing/factories";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const rolesOf = async (incidentId: string) => {
  const rows = await ctx.db.participant.findMany({ where: { incidentId, leftAt: null } });
  return Object.fromEntries(rows.map(({ personId, role }) => [personId, role]));
};

describe("taking part", () => {
  it("joining twice says it once; leaving and coming back are on the record", async () => {
    const { id, key } = await anIncidentInHand(ctx);
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    await act(ctx.as(elias), join, { key });
    expect((await act(ctx.as(elias), join, { key })).entries).toEqual([]);
    ctx.clock.advance(5);
    await act(ctx.as(elias), leave, { key });
    ctx.clock.advance(5);
    await act(ctx.as(elias), join, { key });
    expect(await rolesOf(id)).toMatchObject({ [elias.id]: "responder" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("the commander hands over before leaving", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    await expect(act(ctx.as(commander), leave, { key })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not for viewers", async () => {
    const { key } = await anIncidentInHand(ctx);
    const viewer = await aPerson(ctx, "viewer");
    await expect(act(ctx.as(viewer), join, { key })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("roles", () => {
  it("there is one deputy: the former becomes a responder", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const [elias, wen] = [await aPerson(ctx, "responder"), await aPerson(ctx, "responder")];
    await act(ctx.as(commander), assignRole, { key, personId: elias.id, role: "deputy" });
    await act(ctx.as(commander), assignRole, { key, personId: wen.id, role: "deputy" });
    expect(await rolesOf(id)).toMatchObject({ [elias.id]: "responder", [wen.id]: "deputy" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("are given by commander, deputy and managers, not by responders", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const [deputy, responder] = [await aPerson(ctx, "responder"), await aPerson(ctx, "responder")];
    const manager = await aPerson(ctx, "manager");
    const give = (to: string, role: "deputy" | "scribe" | "communications_lead") => ({
      key,
      personId: to,
      role,
    });
    await act(ctx.as(commander), assignRole, give(deputy.id, "deputy"));
    await act(ctx.as(deputy), assignRole, give(manager.id, "scribe"));
    await act(ctx.as(manager), assignRole, give(responder.id, "communications_lead"));
    const refused = act(ctx.as(responder), assignRole, give(responder.id, "scribe"));
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });

  it("somebody is taken out by the commander, not by a responder", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const [elias, wen] = [await aPerson(ctx, "responder"), await aPerson(ctx, "responder")];
    await act(ctx.as(elias), join, { key });
    const refused = act(ctx.as(wen), removePerson, { key, personId: elias.id });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    await act(ctx.as(commander), removePerson, { key, personId: elias.id });
    expect(await rolesOf(id)).not.toHaveProperty(elias.id);
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("presence", () => {
  it("is noted at most every twenty seconds, and never on the timeline", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const { headSeq } = await ctx.db.stream.findUniqueOrThrow({ where: { id } });
    const first = ctx.clock.now();
    await act(ctx.as(commander), notePresence, { key });
    ctx.clock.advance(0.2);
    await act(ctx.as(commander), notePresence, { key });
    expect(await ctx.db.presence.findMany({ where: { incidentId: id } })).toMatchObject([
      { activeAt: first },
    ]);
    ctx.clock.advance(0.2);
    await act(ctx.as(commander), notePresence, { key });
    expect(await ctx.db.presence.findMany({ where: { incidentId: id } })).toMatchObject([
      { activeAt: ctx.clock.now() },
    ]);
    expect((await ctx.db.stream.findUniqueOrThrow({ where: { id } })).headSeq).toBe(headSeq);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { systemActor, type PersonActor } from "@/lib/kernel/actor";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { acknowledge } from "./acknowledge";
import { acceptOffer, declineOffer } from "./answer-offer";
import { assignCommand } from "./assign-command";
import { assignRole } from "./assign-role";
import { editFacts } from "./edit-facts";
import { notePresence } from "./note-presence";
import { noteUnansweredOffer } from "./note-unanswered-offer";
import { offerCommand } from "./offer-command";
import { takeCommand } from "./take-command";
import { act, aDeclaredIncident, anIncidentInHand, aPerson } from "./testing/factories";
import { withdrawOffer } from "./withdraw-offer";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const commandOf = (id: string) =>
  ctx.db.incident.findUniqueOrThrow({
    where: { id },
    select: { commanderId: true, offeredToId: true, status: true, dueAt: true },
  });

async function anOfferedIncident() {
  const incident = await anIncidentInHand(ctx);
  const jonah = await aPerson(ctx, "responder", "Jonah Okafor");
  const offer = { key: incident.key, personId: jonah.id, note: null };
  await act(ctx.as(incident.commander), offerCommand, offer);
  return { ...incident, jonah };
}

describe("before anybody has command", () => {
  it("somebody is asked, and another may still be", async () => {
    const [mara, jonah, elias] = await people();
    const { id, key } = await aDeclaredIncident(ctx.as(mara));
    await act(ctx.as(mara), assignCommand, { key, personId: jonah.id });
    await act(ctx.as(mara), assignCommand, { key, personId: elias.id });
    expect(await commandOf(id)).toMatchObject({ commanderId: elias.id, status: "declared" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("the asked one need not be the one who acknowledges", async () => {
    const [mara, jonah] = await people();
    const { id, key } = await aDeclaredIncident(ctx.as(mara), { commanderId: jonah.id });
    await act(ctx.as(mara), acknowledge, { key });
    expect(await commandOf(id)).toMatchObject({ commanderId: mara.id, status: "investigating" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("two who acknowledge at the same moment make one commander", async () => {
    const [mara, jonah, elias] = await people();
    const { id, key } = await aDeclaredIncident(ctx.as(mara));
    const results = await Promise.allSettled([
      act(ctx.as(jonah), acknowledge, { key }),
      act(ctx.as(elias), acknowledge, { key }),
    ]);
    const lost = results.filter(({ status }) => status === "rejected");
    const { commanderId } = await commandOf(id);
    expect(lost).toMatchObject([{ reason: { code: "conflict", details: { commanderId } } }]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("viewers are neither asked nor heard", async () => {
    const [mara] = await people();
    const viewer = await aPerson(ctx, "viewer");
    const { key } = await aDeclaredIncident(ctx.as(mara));
    const asked = act(ctx.as(mara), assignCommand, { key, personId: viewer.id });
    await expect(asked).rejects.toMatchObject({ code: "invalid" });
    const heard = act(ctx.as(viewer), acknowledge, { key });
    await expect(heard).rejects.toMatchObject({ code: "forbidden" });
  });

  it("asking ends with the acknowledgement", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const [, jonah] = await people();
    const late = act(ctx.as(commander), assignCommand, { key, personId: jonah.id });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("handing over", () => {
  it("leaves command and clock alone until it is accepted", async () => {
    const { id, key, commander, jonah } = await anOfferedIncident();
    const before = await commandOf(id);
    expect(before).toMatchObject({ commanderId: commander.id, offeredToId: jonah.id });
    await act(ctx.as(jonah), acceptOffer, { key });
    expect(await commandOf(id)).toEqual({ ...before, commanderId: jonah.id, offeredToId: null });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is declined with a reason, and may be offered to another", async () => {
    const { id, key, commander, jonah } = await anOfferedIncident();
    await act(ctx.as(jonah), declineOffer, { key, reason: "I leave in ten minutes" });
    const [, , elias] = await people();
    await act(ctx.as(commander), offerCommand, { key, personId: elias.id, note: "Clock is yours" });
    expect(await commandOf(id)).toMatchObject({ commanderId: commander.id, offeredToId: elias.id });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is taken back; an answer then comes too late", async () => {
    const { id, key, commander, jonah } = await anOfferedIncident();
    await act(ctx.as(commander), withdrawOffer, { key });
    const late = act(ctx.as(jonah), acceptOffer, { key });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect(await commandOf(id)).toMatchObject({ commanderId: commander.id, offeredToId: null });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is the commander's to offer, and only the offered one's to answer", async () => {
    const { key, jonah } = await anOfferedIncident();
    const [, , elias] = await people();
    const manager = await aPerson(ctx, "manager");
    const offer = { key, personId: elias.id, note: null };
    for (const other of [jonah, elias, manager]) {
      await expect(act(ctx.as(other), offerCommand, offer)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(act(ctx.as(elias), acceptOffer, { key })).rejects.toMatchObject({ code: "conflict" });
  });

  it("accepting and taking back at the same moment: one of them wins", async () => {
    const { id, key, commander, jonah } = await anOfferedIncident();
    const results = await Promise.allSettled([
      act(ctx.as(jonah), acceptOffer, { key }),
      act(ctx.as(commander), withdrawOffer, { key }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await commandOf(id)).offeredToId).toBeNull();
    await expectFoldEqualsTables(ctx, id);
  });

  it("lets in who could not see the incident", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const visibility = { from: "everyone", to: "members" } as const;
    await act(ctx.as(commander), editFacts, { key, changes: { visibility }, reason: "Personal data" });
    const [, jonah] = await people();
    await act(ctx.as(commander), offerCommand, { key, personId: jonah.id, note: null });
    await act(ctx.as(jonah), acceptOffer, { key });
    expect(await commandOf(id)).toMatchObject({ commanderId: jonah.id });
    await expectFoldEqualsTables(ctx, id);
  });

  it("shows once that nobody has answered for three minutes; the offer stands", async () => {
    const { id, key, jonah } = await anOfferedIncident();
    const worker = ctx.as(systemActor("due"));
    const [due] = await ctx.db.dueItem.findMany({ where: { incidentId: id, kind: "offer" } });
    expect(due?.dueAt).toEqual(new Date(ctx.clock.now().getTime() + 3 * 60_000));
    expect((await act(worker, noteUnansweredOffer, id)).entries).toEqual([]);
    ctx.clock.advance(3);
    const noted = await act(worker, noteUnansweredOffer, id);
    expect(noted.entries.map(({ kind }) => kind)).toEqual(["command.offer_unanswered"]);
    expect((await act(worker, noteUnansweredOffer, id)).entries).toEqual([]);
    await act(ctx.as(jonah), acceptOffer, { key });
    expect((await act(worker, noteUnansweredOffer, id)).entries).toEqual([]);
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("taking command", () => {
  const why = "The commander lost the connection";

  it("is a manager's at any time, and ends an offer", async () => {
    const { id, key } = await anOfferedIncident();
    const manager = await aPerson(ctx, "manager");
    await act(ctx.as(manager), takeCommand, { key, reason: why });
    expect(await commandOf(id)).toMatchObject({ commanderId: manager.id, offeredToId: null });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is the deputy's at any time", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const [, jonah] = await people();
    await act(ctx.as(commander), assignRole, { key, personId: jonah.id, role: "deputy" });
    await act(ctx.as(jonah), takeCommand, { key, reason: why });
    expect(await commandOf(id)).toMatchObject({ commanderId: jonah.id });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is a responder's once the commander was away for ten minutes, presence counted", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const [, jonah] = await people();
    ctx.clock.advance(6);
    await act(ctx.as(commander), notePresence, { key });
    ctx.clock.advance(9);
    const early = act(ctx.as(jonah), takeCommand, { key, reason: why });
    await expect(early).rejects.toMatchObject({ code: "forbidden" });
    ctx.clock.advance(1);
    await act(ctx.as(jonah), takeCommand, { key, reason: why });
    expect(await commandOf(id)).toMatchObject({ commanderId: jonah.id });
    await expectFoldEqualsTables(ctx, id);
  });

  it("two at the same moment leave one commander, and both takings on the timeline in order", async () => {
    const { id, key } = await anIncidentInHand(ctx);
    const managers = [await aPerson(ctx, "manager"), await aPerson(ctx, "manager", "Ruth Adeyemi")];
    await Promise.all(managers.map((one) => act(ctx.as(one), takeCommand, { key, reason: why })));
    const { commanderId } = await commandOf(id);
    expect(managers.map((one) => one.id)).toContain(commanderId);
    await expectFoldEqualsTables(ctx, id);
  });
});

async function people(): Promise<[PersonActor, PersonActor, PersonActor]> {
  return [
    await aPerson(ctx, "responder", "Mara Lindqvist"),
    await aPerson(ctx, "responder", "Jonah Okafor"),
    await aPerson(ctx, "responder", "Elias Brandt"),
  ];
}

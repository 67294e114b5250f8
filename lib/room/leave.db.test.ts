import { beforeAll, describe, expect, it } from "vitest";
import { assignStep } from "@/lib/checklists/assign-step";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startOwnChecklist } from "@/lib/checklists/start-own";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { join } from "@/lib/incidents/join";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { leave, removePerson } from "./leave";
import { expectFoldEqualsTables } from "./testing/expect-fold-equals-tables";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

/** Elias has one step in hand, one was given to him, one is blocked, one he did, and one he did waits for a second person. */
async function aWalk() {
  const incident = await anIncidentInHand(ctx);
  const commander = ctx.as(incident.commander);
  const elias = await aPerson(ctx, "responder", "Elias Brandt");
  const own = ctx.as(elias);
  await act(own, join, { key: incident.key });
  const steps = ["Drain", "Fence", "Ask", "Look", "Open"];
  await act(commander, startOwnChecklist, { key: incident.key, title: "First look", steps });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: { position: "asc" },
  });
  const [drain, fence, ask, look] = items.map(({ id }) => id) as [string, string, string, string];
  const move = { expected: "todo", note: null, occurredAt: null } as const;
  await act(own, setStepState, { ...move, itemId: drain, state: "in_progress" });
  await act(commander, assignStep, { itemId: fence, personId: elias.id });
  await act(own, assignStep, { itemId: ask, personId: elias.id });
  await act(own, setStepState, { ...move, itemId: ask, state: "blocked", note: "the vendor" });
  await act(own, assignStep, { itemId: look, personId: elias.id });
  await act(own, setStepState, { ...move, itemId: look, state: "done" });
  const holders = async () => {
    const rows = await ctx.db.checklistItem.findMany({
      where: { streamId: incident.id },
      orderBy: { position: "asc" },
      select: { assigneeId: true, state: true },
    });
    return rows.map(({ assigneeId, state }) => [assigneeId === elias.id, state]);
  };
  return { ...incident, commander, elias, own, drain, fence, ask, holders };
}

const given = [
  [false, "in_progress"],
  [false, "todo"],
  [false, "blocked"],
  [true, "done"],
  [false, "todo"],
];

describe("leaving an incident", () => {
  it("gives back the steps that one has, and says which; what was done stays theirs", async () => {
    const { id, key, own, elias, drain, fence, ask, holders } = await aWalk();
    const { entries } = await act(own, leave, { key });
    const back = { kind: "step.assigned", actor: { id: elias.id } };
    expect(entries).toMatchObject([
      { ...back, data: { itemId: drain, from: elias.id, to: null } },
      { ...back, data: { itemId: fence, from: elias.id, to: null } },
      { ...back, data: { itemId: ask, from: elias.id, to: null } },
      { kind: "person.left" },
    ]);
    expect(await holders()).toEqual(given);
    await expectFoldEqualsTables(ctx, id);
  });

  it("does so for who is taken out", async () => {
    const { id, key, commander, elias, drain, holders } = await aWalk();
    const { entries } = await act(commander, removePerson, { key, personId: elias.id });
    const by = { id: commander.actor.id };
    expect(entries[0]).toMatchObject({ kind: "step.assigned", actor: by, data: { itemId: drain, to: null } });
    expect(entries.at(-1)?.kind).toBe("person.left");
    expect(await holders()).toEqual(given);
    await expectFoldEqualsTables(ctx, id);
  });

  it("says nothing about steps to who has none", async () => {
    const { key, commander } = await aWalk();
    const noor = await aPerson(ctx, "responder", "Noor Haddad");
    await act(ctx.as(noor), join, { key });
    expect((await act(ctx.as(noor), leave, { key })).entries.map(({ kind }) => kind)).toEqual([
      "person.left",
    ]);
    await expect(act(commander, leave, { key })).rejects.toMatchObject({ code: "conflict" });
  });

  it("gives back nothing that waits for a second person: they did it", async () => {
    const { key, own, drain, holders } = await aWalk();
    await ctx.db.checklistItem.update({
      where: { id: drain },
      data: { askedById: own.actor.id, askedAt: ctx.clock.now() },
    });
    await act(own, leave, { key });
    expect((await holders())[0]).toEqual([true, "in_progress"]);
  });
});

describe("taking a step over", () => {
  it("says from whom, and is refused to who saw it with somebody else", async () => {
    const { id, commander, elias, drain } = await aWalk();
    const noor = await aPerson(ctx, "responder", "Noor Haddad");
    const sees = { itemId: drain, expectedId: elias.id };
    const { entries } = await act(ctx.as(noor), assignStep, { ...sees, personId: noor.id });
    expect(entries.at(-1)).toMatchObject({ kind: "step.assigned", data: { from: elias.id, to: noor.id } });
    const late = act(commander, assignStep, { ...sees, personId: commander.actor.id });
    await expect(late).rejects.toMatchObject({ code: "conflict", message: "Noor Haddad has it now." });
    await expectFoldEqualsTables(ctx, id);
  });

  it("takes it from nobody where its holder has given it back meanwhile", async () => {
    const { key, own, elias, drain } = await aWalk();
    const noor = await aPerson(ctx, "responder", "Noor Haddad");
    await act(own, leave, { key });
    const take = { itemId: drain, expectedId: elias.id, personId: noor.id };
    const { entries } = await act(ctx.as(noor), assignStep, take);
    expect(entries.at(-1)).toMatchObject({ kind: "step.assigned", data: { from: null, to: noor.id } });
  });
});

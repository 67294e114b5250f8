import { beforeAll, describe, expect, it } from "vitest";
import { assignStep } from "@/lib/checklists/assign-step";
import { fillPlaceholder } from "@/lib/checklists/fill-placeholder";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startOwnChecklist } from "@/lib/checklists/start-own";
import { startRunbook } from "@/lib/checklists/start-sections";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { join } from "@/lib/incidents/join";
import { offerCommand } from "@/lib/incidents/offer-command";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { aFlowRunbook } from "@/lib/runbooks/testing/a-flow-runbook";
import { addFollowUp } from "@/lib/summaries/add-follow-up";
import { readMySteps } from "./my-steps";
import { readDay } from "./read-day";
import { resolve } from "./resolve";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

async function withSteps(...steps: string[]) {
  const incident = await anIncidentInHand(ctx);
  const commander = ctx.as(incident.commander);
  await act(commander, startOwnChecklist, { key: incident.key, title: "First look", steps });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: { position: "asc" },
  });
  return { ...incident, items };
}

describe("my day", () => {
  it("is an empty one for somebody with nothing to do", async () => {
    const day = await readDay(ctx.as(await aPerson(ctx, "responder")));
    expect(day).toMatchObject({ steps: [], reviews: [], followUps: [] });
  });

  it("shows the incident that I am offered, with the rest of the open ones", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const jonah = await aPerson(ctx, "responder", "Jonah Okafor");
    await act(ctx.as(commander), offerCommand, { key, personId: jonah.id, note: null });
    const day = await readDay(ctx.as(jonah));
    expect(day.open.find((row) => row.id === id)).toMatchObject({ offer: { toId: jonah.id } });
    expect(day.openCount).toBe(day.open.length);
    expect(day.ready).toMatchObject({ incident: true, people: true });
  });

  it("shows my steps with what was filled into their gaps", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const { versionId } = await aFlowRunbook(ctx);
    await act(ctx.as(commander), startRunbook, { key, runbookVersionId: versionId });
    const show = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: id, position: 1 } });
    await act(ctx.as(commander), assignStep, { itemId: show.id, personId: commander.id });
    expect(await readMySteps(ctx.as(commander))).toMatchObject([{ title: "show <job_id>" }]);
    const gap = { name: "job_id", value: "night-7", expected: null };
    await act(ctx.as(commander), fillPlaceholder, { key, ...gap });
    expect(await readMySteps(ctx.as(commander))).toMatchObject([{ title: "show night-7" }]);
  });

  it("lists my steps, those in hand first, blocked ones last, and none of what is over", async () => {
    const { items, commander } = await withSteps("Look", "Wait", "Copy: `uptime`", "Done already");
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const [look, wait, copy, done] = items.map((item) => item.id);
    for (const itemId of [look, wait, copy, done]) {
      await act(ctx.as(commander), assignStep, { itemId: itemId!, personId: elias.id });
    }
    const set = (itemId: string, state: "in_progress" | "blocked" | "done", note: string | null = null) =>
      act(ctx.as(elias), setStepState, { itemId, state, expected: "todo", note, occurredAt: null });
    await set(wait!, "blocked", "The vendor");
    await set(copy!, "in_progress");
    await set(done!, "done");
    expect(await readMySteps(ctx.as(elias))).toMatchObject([
      { title: "Copy: uptime", state: "in_progress", checklist: "First look" },
      { title: "Look", state: "todo" },
      { title: "Wait", state: "blocked", reason: "The vendor" },
    ]);
  });

  it("lists first what another did where I take part, and waits for a second person; not what I did", async () => {
    const { id, key, items, commander } = await withSteps("Kill the blocker", "Look");
    const [elias, passer] = [await aPerson(ctx, "responder"), await aPerson(ctx, "responder")];
    await act(ctx.as(elias), join, { key });
    const [kill, look] = items.map((item) => item.id);
    await act(ctx.as(commander), assignStep, { itemId: look!, personId: elias.id });
    await ctx.db.checklistItem.update({ where: { id: kill }, data: { needsSecondPerson: true } });
    const tick = { itemId: kill!, state: "done", expected: "todo", note: null, occurredAt: null } as const;
    await act(ctx.as(commander), setStepState, tick);
    const steps = async (who: Parameters<typeof ctx.as>[0]) => await readMySteps(ctx.as(who));
    expect(await steps(elias)).toMatchObject([
      { title: "Kill the blocker", confirms: true },
      { title: "Look", confirms: false },
    ]);
    expect([await steps(commander), await steps(passer)]).toEqual([[], []]);
    await ctx.db.participant.updateMany({
      where: { incidentId: id, personId: elias.id },
      data: { leftAt: ctx.clock.now() },
    });
    expect(await steps(elias)).toMatchObject([{ title: "Look" }]);
  });

  it("lists my step however many were left open in incidents that are over", async () => {
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const over = await withSteps(...Array.from({ length: 100 }, (_, count) => `Left ${count}`));
    await ctx.db.checklistItem.updateMany({
      where: { streamId: over.id },
      data: { assigneeId: elias.id, changedAt: ctx.clock.now() },
    });
    const words = { current: "Over.", progress: "", blockers: "", sources: [], draftedTo: null };
    await act(ctx.as(over.commander), resolve, { key: over.key, ...words });
    const { items, commander } = await withSteps("Look now");
    await act(ctx.as(commander), assignStep, { itemId: items[0]!.id, personId: elias.id });
    expect(await readMySteps(ctx.as(elias))).toMatchObject([{ title: "Look now", state: "todo" }]);
  });

  it("brings a summary that is to be written, or was returned, to its commander, one in review to managers, and follow-ups to their owner", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const manager = await aPerson(ctx, "manager", "Ruth Adeyemi");
    const words = { current: "Over.", progress: "", blockers: "", sources: [], draftedTo: null };
    await act(ctx.as(commander), resolve, { key, ...words });
    const followUp = {
      title: "Alert on it",
      kind: "detect",
      ownerId: commander.id,
      dueOn: "2026-03-20",
    } as const;
    await act(ctx.as(commander), addFollowUp, { key, ...followUp });
    expect((await readDay(ctx.as(commander))).reviews).toMatchObject([
      { incidentKey: key, kind: "to_write" },
    ]);
    expect((await readDay(ctx.as(manager))).reviews).toEqual([]);
    await ctx.db.summary.update({ where: { incidentId: id }, data: { state: "returned" } });
    expect(await readDay(ctx.as(commander))).toMatchObject({
      reviews: [{ incidentKey: key, kind: "returned" }],
      followUps: [{ incidentKey: key, title: "Alert on it", dueOn: "2026-03-20" }],
    });
    expect((await readDay(ctx.as(manager))).reviews).toEqual([]);
    await ctx.db.summary.update({ where: { incidentId: id }, data: { state: "in_review" } });
    expect((await readDay(ctx.as(manager))).reviews).toMatchObject([{ incidentKey: key, kind: "to_review" }]);
  });
});

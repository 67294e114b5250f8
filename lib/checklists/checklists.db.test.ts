import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { assignRole } from "@/lib/incidents/assign-role";
import { readRowsById } from "@/lib/incidents/row";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { readEntries } from "@/lib/timeline/read";
import { addCriterion } from "./add-criterion";
import { addRemark } from "./add-remark";
import { addStep } from "./add-step";
import { assignStep } from "./assign-step";
import { setCriterionState } from "./set-criterion-state";
import { setStepState } from "./set-step-state";
import { startOwnChecklist } from "./start-own";
import { startRunbook } from "./start-sections";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const still = { note: null, occurredAt: null } as const;

async function aWalkedIncident() {
  const incident = await anIncidentInHand(ctx);
  const runbook = await aRunbook(ctx);
  const commander = ctx.as(incident.commander);
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: runbook.versionId });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: [{ checklist: { position: "asc" } }, { position: "asc" }],
  });
  return { ...incident, runbook, items, commander };
}

describe("walking a runbook", () => {
  it("starts every section with steps, and takes over exit criteria and cadence", async () => {
    const { id, items } = await aWalkedIncident();
    expect(items.length).toBeGreaterThan(3);
    expect(items.every((item) => item.state === "todo")).toBe(true);
    const criteria = await ctx.db.exitCriterion.findMany({
      where: { incidentId: id },
      orderBy: { position: "asc" },
    });
    expect(criteria.map(({ gate, bySignOff }) => ({ gate, bySignOff }))).toContainEqual({
      gate: "closed",
      bySignOff: true,
    });
    await expectFoldEqualsTables(ctx, id);
  });

  it("refuses the same sections a second time", async () => {
    const { key, runbook, commander } = await aWalkedIncident();
    const again = act(commander, startRunbook, { key, runbookVersionId: runbook.versionId });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("starts no draft: what is walked was published", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const source = "# Not ready\n\n1. Look.\n";
    const { versionId: runbookVersionId } = await act(ctx, importRunbook, { source, draft: true });
    const start = act(ctx.as(commander), startRunbook, { key, runbookVersionId });
    await expect(start).rejects.toMatchObject({ code: "invalid" });
  });

  it("joins a person with their first tick", async () => {
    const { id, items } = await aWalkedIncident();
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const written = await act(ctx.as(elias), setStepState, {
      ...still,
      itemId: items[0]!.id,
      state: "done",
      expected: "todo",
    });
    expect(written.entries.map((entry) => entry.kind)).toEqual(["person.joined", "step.done"]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("lets one of two ticks at the same moment win, and tells the other who was first", async () => {
    const { id, items } = await aWalkedIncident();
    const people = await Promise.all(
      ["Elias Brandt", "Sam Duarte"].map((name) => aPerson(ctx, "responder", name)),
    );
    const tick = { ...still, itemId: items[0]!.id, state: "done", expected: "todo" } as const;
    const results = await Promise.allSettled(people.map((person) => act(ctx.as(person), setStepState, tick)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/(Elias Brandt|Sam Duarte) was first/),
    });
    await expectFoldEqualsTables(ctx, id);
  });

  it.each([
    ["skipped", "Say why it is skipped."],
    ["failed", "Say what happened."],
    ["blocked", "Say what it waits for."],
  ] as const)("asks for words when a step is %s", async (state, message) => {
    const { items, commander } = await aWalkedIncident();
    const silent = act(commander, setStepState, { ...still, itemId: items[0]!.id, state, expected: "todo" });
    await expect(silent).rejects.toMatchObject({ code: "invalid", message });
  });

  it("keeps the time at which an offline tick was made beside the server's", async () => {
    const { id, items, commander } = await aWalkedIncident();
    const occurredAt = ctx.clock.now();
    ctx.clock.advance(20);
    await act(commander, setStepState, {
      itemId: items[0]!.id,
      state: "done",
      expected: "todo",
      note: null,
      occurredAt,
    });
    const entry = (await readEntries(ctx, id, { before: 1_000, limit: 1 }))[0]!;
    expect(entry.occurredAt).toBe(occurredAt.toISOString());
    expect(Date.parse(entry.at)).toBe(occurredAt.getTime() + 20 * 60_000);
    await expectFoldEqualsTables(ctx, id);
  });

  it("takes a tick from a clock that runs ahead a little for one made now, and refuses one from the future", async () => {
    const { id, items, commander } = await aWalkedIncident();
    const tick = (itemId: string, aheadMs: number) => {
      const occurredAt = new Date(ctx.clock.now().getTime() + aheadMs);
      return act(commander, setStepState, {
        itemId,
        state: "done",
        expected: "todo",
        note: null,
        occurredAt,
      });
    };
    const { entries } = await tick(items[0]!.id, 20_000);
    expect(entries.at(-1)).toMatchObject({ kind: "step.done", occurredAt: null });
    await expect(tick(items[1]!.id, 120_000)).rejects.toMatchObject({ code: "invalid" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("gives no step to somebody who may not know of the incident", async () => {
    const incident = await anIncidentInHand(ctx, { visibility: "members" });
    const commander = ctx.as(incident.commander);
    await act(commander, startOwnChecklist, { key: incident.key, title: "First look", steps: ["Look"] });
    const { id: itemId } = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: incident.id } });
    const noor = await aPerson(ctx, "responder", "Noor Haddad");
    const given = act(commander, assignStep, { itemId, personId: noor.id });
    await expect(given).rejects.toMatchObject({ code: "invalid" });
    await act(commander, assignRole, { key: incident.key, personId: noor.id, role: "scribe" });
    await act(commander, assignStep, { itemId, personId: noor.id });
  });

  it("walks a step through every state and back, and the fold follows", async () => {
    const { id, items, commander } = await aWalkedIncident();
    const itemId = items[1]!.id;
    const moves = [
      ["todo", "in_progress", null],
      ["in_progress", "blocked", "waits for the vendor"],
      ["blocked", "todo", null],
      ["todo", "failed", "timed out"],
      ["failed", "in_progress", null],
      ["in_progress", "skipped", "not needed"],
      ["skipped", "done", "was needed after all"],
      ["done", "todo", null],
      ["todo", "not_applicable", null],
    ] as const;
    for (const [expected, state, note] of moves) {
      await act(commander, setStepState, { itemId, state, expected, note, occurredAt: null });
    }
    await act(commander, assignStep, { itemId, personId: null });
    await act(commander, addRemark, { itemId, kind: "evidence", text: "exit code 0" });
    await act(commander, addStep, {
      checklistId: items[1]!.checklistId,
      title: "Call the vendor",
      afterId: itemId,
    });
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("exit criteria", () => {
  it("are met by anyone, waived by the commander only, with a reason", async () => {
    const { id, key, commander } = await aWalkedIncident();
    await act(commander, addCriterion, { key, text: "Queue below 50", gate: "resolved" });
    const row = await ctx.db.exitCriterion.findFirstOrThrow({ where: { incidentId: id, gate: "resolved" } });
    const elias = ctx.as(await aPerson(ctx, "responder", "Elias Brandt"));
    const waive = { criterionId: row.id, state: "waived", expected: "open", note: "known noise" } as const;
    await expect(act(elias, setCriterionState, waive)).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(commander, setCriterionState, { ...waive, note: null })).rejects.toMatchObject({
      code: "invalid",
    });
    await act(commander, setCriterionState, waive);
    await act(elias, setCriterionState, {
      criterionId: row.id,
      state: "met",
      expected: "waived",
      note: null,
    });
    await expectFoldEqualsTables(ctx, id);
  });

  it("leaves to the sign-off what concerns the summary", async () => {
    const { id, commander } = await aWalkedIncident();
    const row = await ctx.db.exitCriterion.findFirstOrThrow({ where: { incidentId: id, bySignOff: true } });
    const meet = act(commander, setCriterionState, {
      criterionId: row.id,
      state: "met",
      expected: "open",
      note: null,
    });
    await expect(meet).rejects.toMatchObject({ code: "invalid" });
  });

  it("count in the list's row when they stand before resolved", async () => {
    const { id, key, commander: mara } = await anIncidentInHand(ctx);
    const commander = ctx.as(mara);
    await act(commander, addCriterion, { key, text: "Queue below 50", gate: "resolved" });
    await act(commander, addCriterion, { key, text: "The summary is signed off", gate: "closed" });
    const [row] = await readRowsById(ctx, [id]);
    expect(row?.gate).toEqual({ met: 0, total: 1 });
  });
});

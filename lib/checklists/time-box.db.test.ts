import pino from "pino";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { dueHandlers } from "@/lib/due/handlers";
import { runDue } from "@/lib/due/run-due";
import { act, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { cancel } from "@/lib/room/cancel";
import { readIncidentState } from "@/lib/room/read-state";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import type { StepState } from "@/lib/timeline/events/common";
import { extendTimeBox } from "./extend-time-box";
import { setStepState } from "./set-step-state";
import { startRunbook } from "./start-sections";
import { startTimeBox } from "./start-time-box";
import { stopTimeBox } from "./stop-time-box";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});
beforeEach(async () => {
  await ctx.db.dueItem.deleteMany();
});

const source = `# Queue is full

## First five minutes

1. Say that you look at it.

## Clean up

1. Drain the queue.
2. Watch the rate for 15 minutes.
`;

/** An incident that walks it; the timer of its first section runs. */
async function aWalk(text = source) {
  const incident = await anIncidentInHand(ctx);
  const commander = ctx.as(incident.commander);
  const { versionId } = await inTransaction(ctx, (tx) =>
    importRunbook(tx, { source: text, fileName: "queue.md" }),
  );
  const written = await act(commander, startRunbook, { key: incident.key, runbookVersionId: versionId });
  const state = (await readIncidentState(ctx, incident.id))!;
  const [first, cleanUp] = state.checklists;
  const [drain, watch] = cleanUp!.items.map(({ id }) => id);
  const box = async () => (await readIncidentState(ctx, incident.id))!.timeBoxes.at(-1)!;
  const tick = (itemId: string) =>
    act(commander, setStepState, {
      ...{ itemId, note: null, occurredAt: null },
      state: "done",
      expected: "todo",
    });
  const kindsOf = async () =>
    (
      await ctx.db.timelineEntry.findMany({
        where: { streamId: incident.id, kind: { startsWith: "timebox." } },
        orderBy: { seq: "asc" },
      })
    ).map(({ kind }) => kind);
  return {
    ...{ ...incident, commander, written, box, tick, kindsOf },
    ...{ first: first!, say: first!.items[0]!.id, cleanUp: cleanUp!, drain: drain!, watch: watch! },
  };
}

const due = () => runDue(ctx, { handlers: dueHandlers, log: pino({ level: "silent" }) });

describe("the timer of a section", () => {
  test("starts by itself where the heading counts from the beginning, elsewhere not", async () => {
    const { id, written, first } = await aWalk();
    const started = written.entries.filter(({ kind }) => kind === "timebox.started");
    expect(started.map(({ data }) => data)).toMatchObject([
      { checklistId: first.id, itemId: null, minutes: 5 },
    ]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("ends by itself with its last step, and never runs out", async () => {
    const { id, say, tick, kindsOf } = await aWalk();
    ctx.clock.advance(4);
    expect((await tick(say)).entries.map(({ kind }) => kind)).toEqual(["step.done", "timebox.ended"]);
    ctx.clock.advance(2);
    await due();
    expect(await kindsOf()).toEqual(["timebox.started", "timebox.ended"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("ends by itself when its last step has failed, not while one waits or is blocked", async () => {
    const { id, commander, first, kindsOf } = await aWalk(
      "# Queue is full\n\n## First five minutes\n\n1. Look.\n2. Say it.\n3. Call.\n\n## Clean up\n\n1. Drain the queue.\n",
    );
    const [look, say, call] = first.items.map((item) => item.id);
    const move = (itemId: string, expected: StepState, state: StepState) =>
      act(commander, setStepState, { itemId, expected, state, note: "No answer", occurredAt: null });
    await move(look!, "todo", "failed");
    await move(say!, "todo", "blocked");
    await move(call!, "todo", "done");
    expect(await kindsOf()).toEqual(["timebox.started"]);
    await move(say!, "blocked", "failed");
    expect(await kindsOf()).toEqual(["timebox.started", "timebox.ended"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("ends by itself when the alternative that somebody had in hand is put back", async () => {
    const { commander, first, kindsOf } = await aWalk(
      "# Queue is full\n\n## First five minutes\n\n1. Restart the planner, or\n2. Fail over to the other one.\n\n## Clean up\n\n1. Drain the queue.\n",
    );
    const [restart, failOver] = first.items.map(({ id }) => id);
    const move = (itemId: string, expected: StepState, state: StepState) =>
      act(commander, setStepState, { itemId, expected, state, note: null, occurredAt: null });
    await move(failOver!, "todo", "in_progress");
    await move(restart!, "todo", "done");
    expect(await kindsOf()).toEqual(["timebox.started"]);
    await move(failOver!, "in_progress", "todo");
    expect(await kindsOf()).toEqual(["timebox.started", "timebox.ended"]);
  });

  test("runs out once, at the minute, whoever looks", async () => {
    const { id, kindsOf } = await aWalk();
    ctx.clock.advance(5 - 1 / 60_000);
    await due();
    expect(await kindsOf()).toEqual(["timebox.started"]);
    ctx.clock.advance(1 / 60_000);
    await Promise.all([due(), due()]);
    ctx.clock.advance(1);
    await due();
    expect(await kindsOf()).toEqual(["timebox.started", "timebox.overrun"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("ends with the incident", async () => {
    const { id, key, commander, kindsOf } = await aWalk();
    await act(commander, cancel, { key, reason: "false alarm", mergedInto: null });
    ctx.clock.advance(10);
    await due();
    expect(await kindsOf()).toEqual(["timebox.started", "timebox.ended"]);
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("the timer of a step", () => {
  test("is not started once the step has failed: the next act would end it", async () => {
    const { commander, cleanUp, watch } = await aWalk();
    const step = { itemId: watch, note: "No answer", occurredAt: null };
    await act(commander, setStepState, { ...step, expected: "todo", state: "failed" });
    const timer = { checklistId: cleanUp.id, itemId: watch };
    await expect(act(commander, startTimeBox, timer)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is started by a person, once, and only where the runbook says how long", async () => {
    const { commander, cleanUp, drain, watch } = await aWalk();
    const start = (itemId: string | null) =>
      act(commander, startTimeBox, { checklistId: cleanUp.id, itemId });
    await expect(start(drain)).rejects.toMatchObject({ code: "invalid" });
    await expect(start(null)).rejects.toMatchObject({ code: "invalid" });
    await start(watch);
    await expect(start(watch)).rejects.toMatchObject({ code: "conflict" });
  });

  test("runs out again after it was given more time", async () => {
    const { id, commander, cleanUp, watch, box, kindsOf, say, tick } = await aWalk();
    await tick(say);
    await act(commander, startTimeBox, { checklistId: cleanUp.id, itemId: watch });
    ctx.clock.advance(16);
    await due();
    const { id: timeBoxId, dueAt } = await box();
    const more = { timeBoxId, minutes: 5, expected: new Date(dueAt), reason: "still rising" };
    await act(commander, extendTimeBox, more);
    const { dueAt: extended } = await box();
    await expect(act(commander, extendTimeBox, more)).rejects.toMatchObject({
      ...{ code: "conflict", details: { dueAt: extended } },
    });
    await expectFoldEqualsTables(ctx, id);
    ctx.clock.advance(4.9);
    await due();
    expect((await kindsOf()).slice(3)).toEqual(["timebox.overrun", "timebox.extended"]);
    ctx.clock.advance(0.1);
    await due();
    expect((await kindsOf()).slice(5)).toEqual(["timebox.overrun"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("is stopped with a reason, and can be started again", async () => {
    const { id, commander, cleanUp, watch, box, kindsOf } = await aWalk();
    const target = { checklistId: cleanUp.id, itemId: watch };
    await act(commander, startTimeBox, target);
    const { id: timeBoxId } = await box();
    await act(commander, stopTimeBox, { timeBoxId, reason: "wrong step" });
    await expect(act(commander, stopTimeBox, { timeBoxId, reason: "twice" })).rejects.toMatchObject({
      code: "conflict",
    });
    await act(commander, startTimeBox, target);
    ctx.clock.advance(15);
    await due();
    expect((await kindsOf()).filter((kind) => kind === "timebox.overrun")).toHaveLength(2);
    await expectFoldEqualsTables(ctx, id);
  });
});

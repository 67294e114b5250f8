import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { readIncidentState } from "@/lib/room/read-state";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { addRemark } from "./add-remark";
import { addStep } from "./add-step";
import { setStepState } from "./set-step-state";
import { startRunbook } from "./start-sections";
import type { StepStateInput } from "./schemas";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const failover = `# Fail over

## Steps

1. Restart the reader and attach the output to the ticket.
2. With two people: promote the standby.
`;

/** An incident that walks a step which needs evidence, and one that needs a second person; Elias is there, too. */
async function aWalk() {
  const incident = await anIncidentInHand(ctx);
  const { versionId } = await inTransaction(ctx, (tx) =>
    importRunbook(tx, { source: failover, fileName: "fail-over.md" }),
  );
  const commander = ctx.as(incident.commander);
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: versionId });
  const state = await readIncidentState(ctx, incident.id);
  const [restart, promote] = state!.checklists[0]!.items.map(({ id }) => id);
  const elias = await aPerson(ctx, "responder", "Elias Brandt");
  return {
    ...incident,
    commander,
    elias: ctx.as(elias),
    eliasId: elias.id,
    restart: restart!,
    promote: promote!,
  };
}

function tick(as: TestContext, itemId: string, input: Partial<StepStateInput> = {}) {
  const still = { state: "done", expected: "todo", note: null, occurredAt: null } as const;
  return act(as, setStepState, { ...still, ...input, itemId });
}

const kinds = (written: { entries: { kind: string }[] }) => written.entries.map(({ kind }) => kind);

describe("a step that needs evidence", () => {
  test("is not ticked without, and is once there is some", async () => {
    const { id, restart, elias } = await aWalk();
    await expect(tick(elias, restart)).rejects.toMatchObject({
      code: "gate_open",
      message: expect.stringContaining("needs evidence"),
    });
    await act(elias, addRemark, { itemId: restart, kind: "comment", text: "on it" });
    await expect(tick(elias, restart)).rejects.toMatchObject({ code: "gate_open" });
    await act(elias, addRemark, { itemId: restart, kind: "evidence", text: "exit code 0" });
    expect(kinds(await tick(elias, restart))).toEqual(["step.done"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("is ticked without by who has command, with a reason that is on the timeline", async () => {
    const { id, restart, commander, elias } = await aWalk();
    const without = ["evidence"] as StepStateInput["without"];
    await expect(tick(elias, restart, { without, note: "no shell" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(tick(commander, restart, { without })).rejects.toMatchObject({ code: "invalid" });
    const { entries } = await tick(commander, restart, { without, note: "no shell" });
    expect(entries.at(-1)).toMatchObject({ kind: "step.done", data: { without: ["evidence"] } });
    await expectFoldEqualsTables(ctx, id);
  });

  test("may still be skipped or marked failed", async () => {
    const { restart, elias } = await aWalk();
    const { entries } = await tick(elias, restart, { state: "failed", note: "timed out" });
    expect(entries.at(-1)?.kind).toBe("step.failed");
  });
});

describe("a step that needs a second person", () => {
  test("waits in progress after the first tick, and is done by somebody else's", async () => {
    const { id, promote, commander, elias, eliasId } = await aWalk();
    expect(kinds(await tick(elias, promote))).toEqual(["person.joined", "step.confirmation_asked"]);
    await expectFoldEqualsTables(ctx, id);
    await expect(tick(elias, promote, { expected: "in_progress" })).rejects.toMatchObject({
      code: "gate_open",
      message: "You ticked it already: somebody else has to confirm it.",
    });
    const confirmed = await tick(commander, promote, { expected: "in_progress", confirms: eliasId });
    expect(confirmed.entries.at(-1)).toMatchObject({ kind: "step.done", data: { confirms: eliasId } });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is not confirmed by who only meant to tick it first", async () => {
    const { id, promote, commander, elias } = await aWalk();
    await tick(commander, promote, { state: "in_progress" });
    await tick(elias, promote, { expected: "in_progress" });
    await expect(tick(commander, promote, { expected: "in_progress" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Elias Brandt was first, just before you, and ticked it."),
    });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is to do again when the first takes the tick back, or another finds it wanting", async () => {
    const { id, promote, commander, elias, eliasId } = await aWalk();
    await tick(elias, promote);
    await tick(commander, promote, { state: "todo", expected: "in_progress" });
    await expect(tick(commander, promote, { confirms: eliasId })).rejects.toMatchObject({ code: "conflict" });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is confirmed by one of two at the same moment", async () => {
    const { id, promote, commander, elias, eliasId } = await aWalk();
    await tick(elias, promote);
    const sam = ctx.as(await aPerson(ctx, "responder", "Sam Duarte"));
    const confirm = { expected: "in_progress", confirms: eliasId } as const;
    const results = await Promise.allSettled([commander, sam].map((as) => tick(as, promote, confirm)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expectFoldEqualsTables(ctx, id);
  });
});

test("a step that is added by hand can need the same", async () => {
  const { id, restart, elias } = await aWalk();
  const { checklistId } = await ctx.db.checklistItem.findUniqueOrThrow({ where: { id: restart } });
  const needs = { secondPerson: true, minutes: 15 };
  const added = await act(elias, addStep, {
    checklistId,
    title: "Cut the old one off",
    afterId: null,
    needs,
  });
  const entry = added.entries.at(-1);
  const itemId = entry?.kind === "step.added" ? entry.data.item.id : "";
  expect(kinds(await tick(elias, itemId))).toEqual(["step.confirmation_asked"]);
  await expectFoldEqualsTables(ctx, id);
});

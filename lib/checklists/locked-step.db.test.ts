import { beforeAll, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { addStep } from "./add-step";
import { lockStep } from "./locked-step";
import { readSource } from "./read-source";
import { newStepInput } from "./schemas";
import { startRunbook } from "./start-sections";
import { startTimeBox } from "./start-time-box";
import { stopTimeBox } from "./stop-time-box";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const source = `# Queue is full

## Clean up

1. Drain the queue.
2. Watch the rate for 15 minutes.
`;

/** An incident whose commander walks it; nothing was done yet. */
async function aWalk() {
  const { key, id, commander } = await anIncidentInHand(ctx);
  const own = ctx.as(commander);
  const { versionId } = await act(ctx, importRunbook, { source, fileName: "queue.md" });
  await act(own, startRunbook, { key, runbookVersionId: versionId });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: id },
    orderBy: { position: "asc" },
  });
  const [item, watch] = [items[0]!, items[1]!];
  const lock = (itemId = item.id) => act(own, (tx) => lockStep(tx, itemId), undefined);
  return { own, item, watch, lock, versionId, commander };
}

describe("a locked step", () => {
  test("is the row that Prisma reads, whether a column holds something or nothing", async () => {
    const { item, lock, commander, versionId } = await aWalk();
    expect((await lock()).item).toEqual(item);
    const at = new Date("2026-03-01T02:00:00.123Z");
    const filled = await ctx.db.checklistItem.update({
      where: { id: item.id },
      data: {
        ...{ titleTextId: newId(), parentId: item.id, group: "g", branch: "b", reasonTextId: newId() },
        ...{ assigneeId: commander.id, takenAt: at, changedById: commander.id, changedAt: at },
        ...{
          answerTo: "yes",
          answerLabel: "Yes",
          left: true,
          leftVersionId: versionId,
          leftParserVersion: 1,
        },
        ...{ askedById: commander.id, askedAt: at, timeBoxMinutes: 5, state: "done" as const },
      },
    });
    expect(Object.values(filled)).not.toContain(null);
    expect((await lock()).item).toEqual(filled);
  });

  test("comes with the place of its words: of its checklist, or of the version that a switch left", async () => {
    const { item, lock } = await aWalk();
    expect((await lock()).source).toEqual(await readSource(ctx, item));
    expect((await lock()).source).not.toBeNull();
    const leftVersionId = newId();
    await ctx.db.checklistItem.update({
      where: { id: item.id },
      data: { left: true, leftVersionId, leftParserVersion: 1 },
    });
    expect((await lock()).source).toMatchObject({ runbookVersionId: leftVersionId, parserVersion: 1 });
  });

  test("that was added by hand has no such place", async () => {
    const { own, item, lock } = await aWalk();
    const step = newStepInput.parse({ title: "Tell the depots" });
    await act(own, addStep, { checklistId: item.checklistId, ...step });
    const added = await ctx.db.checklistItem.findFirstOrThrow({
      where: { checklistId: item.checklistId, stepKey: null },
    });
    expect((await lock(added.id)).source).toBeNull();
  });

  test("knows whether a timer runs in its checklist", async () => {
    const { own, item, watch, lock } = await aWalk();
    expect((await lock()).timersRun).toBe(false);
    await act(own, startTimeBox, { checklistId: item.checklistId, itemId: watch.id });
    expect((await lock()).timersRun).toBe(true);
    const box = await ctx.db.timeBox.findFirstOrThrow({ where: { checklistId: item.checklistId } });
    await act(own, stopTimeBox, { timeBoxId: box.id, reason: "The rate is back." });
    expect((await lock()).timersRun).toBe(false);
  });
});

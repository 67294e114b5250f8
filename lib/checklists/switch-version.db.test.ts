import { beforeAll, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { readNames } from "@/lib/room/read-names";
import { readIncidentState } from "@/lib/room/read-state";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { exitCriteria } from "@/lib/runbooks/parse/read";
import { readParse } from "@/lib/runbooks/read-parse";
import { importJobs } from "@/lib/runbooks/testing/a-flow-runbook";
import { aRunbook, ordersRunbook } from "@/lib/runbooks/testing/a-runbook";
import { saveVersion } from "@/lib/runbooks/versions/save-version";
import { plainSentence } from "@/lib/timeline/describe";
import { readEntries } from "@/lib/timeline/read";
import { addStep } from "./add-step";
import { answerDecision } from "./answer-decision";
import { chartOf } from "./chart.rules";
import { readNewer } from "./read-newer";
import { setStepState } from "./set-step-state";
import { startRunbook } from "./start-sections";
import { aWalkWithANewerVersion } from "./testing/a-walk-with-a-newer-version";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const still = { note: null, occurredAt: null } as const;

const onTheWay = (items: readonly { words: string; left: boolean; state: string }[]) =>
  items.filter(({ left }) => !left).map(({ words, state }) => `${state}: ${words.slice(0, 20)}`);

describe("switching to a newer version", () => {
  test("keeps what was done, brings what is new, and leaves on record what is gone", async () => {
    const { id, items, tick, switchTo } = await aWalkWithANewerVersion(ctx);
    await tick("Run");
    await tick("Ask");
    await switchTo();
    expect(onTheWay(await items())).toEqual([
      "todo: Say in #orders and #",
      "todo: Open the board of th",
      "done: Run kubectl -n order",
    ]);
    const left = (await items()).filter((item) => item.left);
    expect(left.map(({ state, words }) => [state, words])).toEqual([
      ["todo", "Say in #orders that you look at it."],
      ["done", "Ask the payment team whether they see failures."],
    ]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("is told on the timeline, with both numbers", async () => {
    const { id, tick, switchTo } = await aWalkWithANewerVersion(ctx);
    await tick("Run");
    await switchTo();
    const state = await readIncidentState(ctx, id);
    const entry = (await readEntries(ctx, id, { after: 0, limit: 100 })).findLast(
      ({ kind }) => kind === "checklist.switched",
    )!;
    const sentence = plainSentence(entry, await readNames(ctx, state!, "UTC"));
    expect(sentence).toContain("switched First five minutes from version 1 to version 2: 2 new, 2 not in it");
  });

  test("takes a reworded step for the same when a person says so", async () => {
    const { id, items, find, tick, switchTo } = await aWalkWithANewerVersion(ctx);
    await tick("Say");
    const from = (await find("Say")).stepKey!;
    await switchTo();
    const to = (await items()).find(({ words }) => words.includes("#support"))!.stepKey!;
    const again = await aWalkWithANewerVersion(ctx);
    await again.tick("Say");
    await again.switchTo(again.second, again.commander, { reworded: [{ from, to }] });
    expect(onTheWay(await again.items())[0]).toBe("done: Say in #orders and #");
    const entry = (await readEntries(ctx, again.id, { after: 0, limit: 100 })).at(-1)!;
    expect(entry).toMatchObject({ kind: "checklist.switched", data: { reworded: [expect.any(String)] } });
    await expectFoldEqualsTables(ctx, again.id);
    await expectFoldEqualsTables(ctx, id);
  });

  test("and back gives the steps as they were, and what the newer one had stays on record", async () => {
    const { id, first, items, tick, switchTo } = await aWalkWithANewerVersion(ctx);
    await tick("Ask");
    const before = onTheWay(await items());
    await switchTo();
    await tick("Open");
    await switchTo(first);
    expect(onTheWay(await items())).toEqual(before);
    expect(
      (await items()).filter(({ left, state }) => left && state === "done").map(({ words }) => words),
    ).toEqual(["Open the board of the orders queue."]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("keeps a step that was added by hand", async () => {
    const { id, list, commander, find, items, switchTo } = await aWalkWithANewerVersion(ctx);
    const afterId = (await find("Run")).id;
    await act(commander, addStep, { checklistId: list.id, title: "Call the vendor", afterId });
    await switchTo();
    expect(onTheWay(await items()).at(-1)).toBe("todo: Call the vendor");
    await expectFoldEqualsTables(ctx, id);
  });

  test("asks of a step that it left what that step's own version asks", async () => {
    const older = ordersRunbook.replace("Ask the payment team", "Two people: ask the payment team");
    const { find, tick, switchTo, commander } = await aWalkWithANewerVersion(ctx, { older });
    const step = await find("Two people");
    await tick("Two people");
    await switchTo();
    expect(await find("Two people")).toMatchObject({ id: step.id, left: true, state: "in_progress" });
    const second = ctx.as(await aPerson(ctx, "responder", "Sam Duarte"));
    const confirming = { state: "done", expected: "in_progress", confirms: commander.actor.id } as const;
    await act(second, setStepState, { ...still, itemId: step.id, ...confirming });
    expect((await find("Two people")).state).toBe("done");
  });

  test("brings the exit criteria that were asked for, and a shorter cadence", async () => {
    const { id, second, commander, switchTo } = await aWalkWithANewerVersion(ctx);
    const { parserVersion } = await ctx.db.runbookParse.findFirstOrThrow({
      where: { versionId: second.versionId },
    });
    const criteria = exitCriteria(await readParse(ctx, second.versionId, parserVersion));
    const { key } = criteria.find(({ text }) => text.startsWith("Nobody waits"))!;
    await switchTo(second, commander, { criteria: [key] });
    const state = await readIncidentState(ctx, id);
    expect(state!.criteria.map(({ text: words }) => words.value)).toContain("Nobody waits for a refund.");
    expect(state!.criteria).toHaveLength(3);
    expect(state!.cadence.runbookMinutes).toEqual([10, 5]);
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("at the same moment", () => {
  test("a tick is not lost, whether its step stays or not", async () => {
    const { id, items, find, tick, switchTo } = await aWalkWithANewerVersion(ctx);
    const [sam, noor] = await Promise.all([
      aPerson(ctx, "responder", "Sam"),
      aPerson(ctx, "responder", "Noor"),
    ]);
    const gone = await find("Ask");
    const late = { ...still, itemId: gone.id, state: "done", expected: "todo" } as const;
    await Promise.all([tick("Run", ctx.as(sam)), switchTo(), act(ctx.as(noor), setStepState, late)]);
    const done = (await items())
      .filter(({ state }) => state === "done")
      .map(({ words }) => words.slice(0, 3));
    expect(done.toSorted()).toEqual(["Ask", "Run"]);
    expect((await find("Ask")).left).toBe(true);
    await expectFoldEqualsTables(ctx, id);
  });

  test("one of two who switch wins, and the other is told who was first", async () => {
    const { id, second, switchTo } = await aWalkWithANewerVersion(ctx);
    const people = await Promise.all(
      ["Elias Brandt", "Sam Duarte"].map((name) => aPerson(ctx, "responder", name)),
    );
    const results = await Promise.allSettled(people.map((person) => switchTo(second, ctx.as(person))));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/(Elias Brandt|Sam Duarte) was first.* switched it to version 2/),
    });
    const entries = await readEntries(ctx, id, { after: 0, limit: 100 });
    expect(entries.filter(({ kind }) => kind === "checklist.switched")).toHaveLength(1);
    await expectFoldEqualsTables(ctx, id);
  });
});

test("a chart keeps its answers where it still has them", async () => {
  const newer = importJobs.replace("H[rerun <job_id>]", "H[rerun <job_id>] --> I[tell support]");
  const { id, list, first, items, find, commander, switchTo } = await aWalkWithANewerVersion(ctx, {
    older: importJobs,
    newer,
  });
  const parsed = await readParse(ctx, first.versionId, list.parserVersion!);
  const chart = chartOf(parsed.sections.find(({ key }) => key === list.sectionKey)!.flow!);
  for (const [question, label] of [
    ["input valid?", "yes"],
    ["store full?", "no"],
  ] as const) {
    const { id: itemId, stepKey } = await find(question);
    const { to } = chart.edges.find((edge) => edge.from === stepKey && edge.label === label)!;
    await act(commander, answerDecision, { ...still, itemId, answer: { to, label }, expected: null });
  }
  const before = (await items()).map(({ words }) => words);
  await switchTo();
  expect((await items()).map(({ words }) => words)).toEqual([...before, "tell support"]);
  expect((await find("store full?")).answer?.label).toBe("no");
  await expectFoldEqualsTables(ctx, id);
});

test("a newer version is told of, not the one that is walked, nor one of an archived runbook", async () => {
  const { key, commander, first, second, switchTo } = await aWalkWithANewerVersion(ctx);
  expect(await readNewer(commander, key)).toMatchObject({
    newer: [{ versionId: first.versionId, newerId: second.versionId, number: 2 }],
  });
  await switchTo();
  const later = await readNewer(commander, key);
  expect(later.newer.map(({ versionId }) => versionId)).toEqual([first.versionId]);
  const { slug } = await ctx.db.runbook.findUniqueOrThrow({ where: { id: first.runbookId } });
  const source = `${ordersRunbook}\n## Afterwards\n\n1. Tell the shop.\n`;
  const why = "The shop was never told.";
  const saved = { slug, source, why, publish: true, basedOn: second.versionId };
  await act(ctx.as(await aPerson(ctx, "manager")), saveVersion, saved);
  expect((await readNewer(commander, key)).newer).toMatchObject([
    { versionId: first.versionId, number: 3, why },
    { versionId: second.versionId, number: 3, why },
  ]);
  await ctx.db.runbook.update({ where: { id: first.runbookId }, data: { archivedAt: new Date() } });
  expect(await readNewer(commander, key)).toEqual({ newer: [] });
});

describe("is refused", () => {
  test("to a version of another runbook, and to the one it is at", async () => {
    const { first, switchTo } = await aWalkWithANewerVersion(ctx);
    const other = await aRunbook(ctx, "\n## Another\n");
    await expect(switchTo({ ...other }, undefined, { expected: first.versionId })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(switchTo(first, undefined, { expected: first.versionId })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("where the version does not have the section, and where it is being walked beside it", async () => {
    const gone = await aWalkWithANewerVersion(ctx, {
      newer: "# Orders are stuck\n\n## Call\n\n1. Call the vendor.\n",
    });
    await expect(gone.switchTo()).rejects.toMatchObject({ code: "invalid", message: /version 2 does not/i });
    const { key, commander, second, switchTo } = await aWalkWithANewerVersion(ctx);
    await act(commander, startRunbook, { key, runbookVersionId: second.versionId });
    await expect(switchTo()).rejects.toMatchObject({ code: "conflict" });
  });
});

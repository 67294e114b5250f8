import { beforeAll, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { readParse } from "@/lib/runbooks/read-parse";
import { importJobs } from "@/lib/runbooks/testing/a-flow-runbook";
import { ordersRunbook } from "@/lib/runbooks/testing/a-runbook";
import { addRemark } from "./add-remark";
import { answerDecision } from "./answer-decision";
import { assignStep } from "./assign-step";
import { chartOf } from "./chart.rules";
import { recordCheck } from "./record-check";
import { setStepState } from "./set-step-state";
import { startTimeBox } from "./start-time-box";
import { stopTimeBox } from "./stop-time-box";
import { aWalkWithANewerVersion } from "./testing/a-walk-with-a-newer-version";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const still = { note: null, occurredAt: null } as const;
const late = { expectedById: null, whenSecond: "keep" } as const;
type Walk = Awaited<ReturnType<typeof aWalkWithANewerVersion>>;

async function timerOf({ id, list, commander }: Walk, itemId: string): Promise<string> {
  await act(commander, startTimeBox, { checklistId: list.id, itemId });
  return (await ctx.db.timeBox.findFirstOrThrow({ where: { streamId: id, itemId } })).id;
}

async function checkOf({ list, first, commander, items }: Walk, itemId: string): Promise<unknown> {
  const stepKey = (await items()).find(({ id }) => id === itemId)!.stepKey!;
  const source = { stepKey, runbookVersionId: first.versionId, parserVersion: list.parserVersion! };
  const answer = { request: "GET /health", output: "ok", status: 200, ms: 3, passed: true };
  const input = { itemId, kind: "http", check: "/health", targetId: newId() } as const;
  return act(commander, recordCheck, { ...input, result: { source, filled: [], ...answer } });
}

/** All that can be done at a step without its state being another afterwards. */
const acts: Record<string, (walk: Walk, itemId: string) => Promise<unknown>> = {
  "a check ran": checkOf,
  "evidence was kept": ({ commander }, itemId) =>
    act(commander, addRemark, { itemId, kind: "evidence", text: "It is empty" }),
  "somebody was asked to do it": async ({ commander }, itemId) =>
    act(commander, assignStep, { itemId, personId: (await aPerson(ctx, "responder")).id }),
  "a tick was taken back": async ({ commander }, itemId) => {
    await act(commander, setStepState, { ...still, itemId, state: "done", expected: "todo" });
    await act(commander, setStepState, { ...still, itemId, state: "todo", expected: "done" });
  },
  "somebody did it second": async ({ commander }, itemId) => {
    const sam = ctx.as(await aPerson(ctx, "responder", "Sam Duarte"));
    await act(commander, setStepState, { ...still, itemId, state: "done", expected: "todo" });
    await act(sam, setStepState, { ...still, itemId, state: "done", expected: "todo", ...late });
    await act(commander, setStepState, { ...still, itemId, state: "todo", expected: "done" });
  },
};

/** The steps of a chart have none. */
const timers: typeof acts = {
  "a timer runs": timerOf,
  "a timer ran": async (walk, itemId) =>
    act(walk.commander, stopTimeBox, { timeBoxId: await timerOf(walk, itemId), reason: "Not needed" }),
};

describe.each(Object.entries({ ...acts, ...timers }))("a step at which %s", (_, doIt) => {
  test("stays in sight when the version switched to does not have it", async () => {
    const older = ordersRunbook.replace("Ask the payment team", "Wait 5 minutes, ask the payment team");
    const walk = await aWalkWithANewerVersion(ctx, { older });
    const [{ id }, untouched] = [await walk.find("Wait"), await walk.find("Say")];
    await doIt(walk, id);
    const switched = (await walk.switchTo()).entries.find(({ kind }) => kind === "checklist.switched");
    expect(switched?.data).toMatchObject({ left: [id], dropped: [untouched.id] });
    await expectFoldEqualsTables(ctx, walk.id);
  });
});

describe.each(Object.entries(acts))("a step of a chart at which %s", (_, doIt) => {
  test("stays on record when the question above it is answered otherwise", async () => {
    const walk = await aWalkWithANewerVersion(ctx, { older: importJobs });
    await answer(walk, "no");
    const { id } = await walk.find("repair the input");
    await doIt(walk, id);
    await answer(walk, "yes");
    expect(await walk.find("repair the input")).toMatchObject({ id, left: true });
    await expectFoldEqualsTables(ctx, walk.id);
  });
});

/** Answers "input valid?". */
async function answer({ list, first, find, commander }: Walk, label: string): Promise<void> {
  const { sections } = await readParse(ctx, first.versionId, list.parserVersion!);
  const { id: itemId, stepKey, answer: expected } = await find("input valid?");
  const { edges } = chartOf(sections.find(({ key }) => key === list.sectionKey)!.flow!);
  const { to } = edges.find((edge) => edge.from === stepKey && edge.label === label)!;
  await act(commander, answerDecision, { ...still, itemId, answer: { to, label }, expected });
}

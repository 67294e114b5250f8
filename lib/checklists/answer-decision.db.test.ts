import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { readIncidentState } from "@/lib/room/read-state";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { readParse } from "@/lib/runbooks/read-parse";
import { aFlowRunbook } from "@/lib/runbooks/testing/a-flow-runbook";
import type { Answer } from "@/lib/timeline/events/common";
import type { ItemState } from "@/lib/timeline/fold/state";
import { answerDecision } from "./answer-decision";
import { chartOf } from "./chart.rules";
import { setStepState } from "./set-step-state";
import { startRunbook } from "./start-sections";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const still = { note: null, occurredAt: null } as const;

/** An incident that walks the chart, with its items by their words and the answers by theirs. */
async function aWalk() {
  const incident = await anIncidentInHand(ctx);
  const commander = ctx.as(incident.commander);
  const { versionId } = await aFlowRunbook(ctx);
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: versionId });
  const items = async (): Promise<ItemState[]> =>
    (await readIncidentState(ctx, incident.id))?.checklists[0]?.items ?? [];
  const list = (await readIncidentState(ctx, incident.id))?.checklists[0];
  const parsed = await readParse(ctx, versionId, list?.parserVersion ?? 0);
  const flow = parsed.sections.find((section) => section.flow)?.flow;
  const chart = flow ? chartOf(flow) : undefined;
  const words = new Map(flow?.nodes.map(({ key, label }) => [key, label]));
  const find = async (text: string, round = 1) =>
    (await items()).findLast((item) => words.get(item.stepKey ?? "") === text && item.round === round)!;
  const answering = async (question: string, label: string | null, round = 1) => {
    const item = await find(question, round);
    const way = chart?.edges.find((edge) => edge.from === item.stepKey && edge.label === label);
    const chosen: Answer | null = way ? { to: way.to, label: way.label } : null;
    return { ...still, itemId: item.id, answer: chosen, expected: item.answer };
  };
  const answer = async (as: TestContext, ...said: Parameters<typeof answering>) =>
    act(as, answerDecision, await answering(...said));
  const onTheWay = async () =>
    (await items())
      .filter(({ left }) => !left)
      .map(({ stepKey, round }) => `${words.get(stepKey ?? "")}${round > 1 ? ` (${round})` : ""}`);
  const done = async (text: string) =>
    act(commander, setStepState, {
      ...still,
      itemId: (await find(text)).id,
      state: "done",
      expected: "todo",
    });
  return { ...incident, commander, find, answering, answer, onTheWay, items, done };
}

describe("a question of a chart", () => {
  test("ends what can be seen until it is answered; then the chosen way opens", async () => {
    const { id, answer, onTheWay, commander } = await aWalk();
    expect(await onTheWay()).toEqual(["job is late", "show <job_id>", "input valid?"]);
    await answer(commander, "input valid?", "yes");
    expect(await onTheWay()).toEqual(["job is late", "show <job_id>", "input valid?", "store full?"]);
    await answer(commander, "store full?", "no");
    expect((await onTheWay()).slice(4)).toEqual(["raise the timeout", "rerun <job_id>"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("leads back as another round", async () => {
    const { id, answer, onTheWay, commander } = await aWalk();
    await answer(commander, "input valid?", "no");
    expect((await onTheWay()).slice(3)).toEqual([
      "repair the input",
      "show <job_id> (2)",
      "input valid? (2)",
    ]);
    await answer(commander, "input valid?", "yes", 2);
    expect((await onTheWay()).at(-1)).toBe("store full?");
    await expectFoldEqualsTables(ctx, id);
  });

  test("can be answered otherwise: what was done stays on record, the rest goes", async () => {
    const { id, answer, onTheWay, items, commander, done } = await aWalk();
    await answer(commander, "input valid?", "no");
    await done("repair the input");
    await answer(commander, "input valid?", "yes");
    expect((await onTheWay()).slice(2)).toEqual(["input valid?", "store full?"]);
    expect((await items()).filter(({ left }) => left).map(({ state }) => state)).toEqual(["done"]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("can be taken back", async () => {
    const { id, answer, onTheWay, find, commander } = await aWalk();
    await answer(commander, "input valid?", "yes");
    await answer(commander, "input valid?", null);
    expect(await onTheWay()).toEqual(["job is late", "show <job_id>", "input valid?"]);
    expect(await find("input valid?")).toMatchObject({ state: "todo", answer: null });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is answered by the first of two; the other is told who was first", async () => {
    const { id, answer, onTheWay } = await aWalk();
    const people = await Promise.all(
      ["Elias Brandt", "Sam Duarte"].map((name) => aPerson(ctx, "responder", name)),
    );
    const results = await Promise.allSettled(
      people.map((person, index) => answer(ctx.as(person), "input valid?", index === 0 ? "yes" : "no")),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/(Elias Brandt|Sam Duarte) was first.*answered “(yes|no)”/),
    });
    expect((await onTheWay()).length).toBeGreaterThan(3);
    await expectFoldEqualsTables(ctx, id);
  });

  test("is answered, not ticked, and only with an answer that the chart has", async () => {
    const { find, commander } = await aWalk();
    const question = await find("input valid?");
    const tick = { ...still, itemId: question.id, state: "done", expected: "todo" } as const;
    await expect(act(commander, setStepState, tick)).rejects.toMatchObject({ code: "invalid" });
    const fails = { ...tick, state: "failed", note: "Nobody knows." } as const;
    await expect(act(commander, setStepState, fails)).rejects.toMatchObject({ code: "invalid" });
    const made = { ...still, itemId: question.id, answer: { to: "nod_x", label: "maybe" }, expected: null };
    await expect(act(commander, answerDecision, made)).rejects.toMatchObject({ code: "invalid" });
    const step = await find("show <job_id>");
    const asked = { ...still, itemId: step.id, answer: null, expected: null };
    await expect(act(commander, answerDecision, asked)).rejects.toMatchObject({ code: "invalid" });
  });

  test("that is off the way by now is not answered again: nobody walks there", async () => {
    const { id, answer, onTheWay, commander } = await aWalk();
    await answer(commander, "input valid?", "yes");
    await answer(commander, "store full?", "no");
    await answer(commander, "input valid?", "no");
    const before = await onTheWay();
    await expect(answer(commander, "store full?", "yes")).rejects.toMatchObject({ code: "conflict" });
    await expect(answer(commander, "store full?", null)).rejects.toMatchObject({ code: "conflict" });
    expect(await onTheWay()).toEqual(before);
    await expectFoldEqualsTables(ctx, id);
  });

  test("takes a step away while somebody ticks it: they are told that there is no such step", async () => {
    const { id, answering, answer, find, commander } = await aWalk();
    await answer(commander, "input valid?", "no");
    const itemId = (await find("repair the input")).id;
    const otherwise = await answering("input valid?", "yes");
    let ticked: Promise<unknown> | undefined;
    await inTransaction(commander, async (tx) => {
      await answerDecision(tx, otherwise);
      const tick = { ...still, itemId, state: "done", expected: "todo" } as const;
      ticked = act(commander, setStepState, tick).catch((error: unknown) => error);
      await expect.poll(waiting).toBe(1);
    });
    expect(await ticked).toMatchObject({ code: "not_found" });
    await expectFoldEqualsTables(ctx, id);
  });
});

/** How many wait for a lock in this test's database. */
async function waiting(): Promise<number | undefined> {
  const rows = await ctx.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows[0]?.n;
}

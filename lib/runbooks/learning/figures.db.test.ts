import { beforeAll, describe, expect, test } from "vitest";
import { rateRunbook } from "@/lib/checklists/rate-runbook";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startRunbook } from "@/lib/checklists/start-sections";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { importRunbook, type Imported } from "@/lib/runbooks/import-runbook";
import { aRunbook, ordersRunbook } from "@/lib/runbooks/testing/a-runbook";
import type { StepState } from "@/lib/timeline/events/common";
import { readFigures } from "./read-figures";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const MINUTE = 60_000;

/** Walks "First five minutes" in an incident of its own: a state for each of its first steps, minutes apart. */
async function aWalk(
  runbook: Imported,
  states: readonly (StepState | "taken")[],
  kind: "real" | "drill" = "real",
) {
  const incident = await anIncidentInHand(ctx, { kind });
  const commander = ctx.as(incident.commander);
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: runbook.versionId });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: [{ checklist: { position: "asc" } }, { position: "asc" }],
  });
  for (const [index, wanted] of states.entries()) {
    const itemId = items[index]!.id;
    const move = (state: StepState, expected: StepState) =>
      act(commander, setStepState, { itemId, state, expected, note: "Seen.", occurredAt: null });
    ctx.clock.advance(2);
    if (wanted === "todo") continue;
    if (wanted !== "taken") await move(wanted, "todo");
    else {
      await move("in_progress", "todo");
      ctx.clock.advance(5);
      await move("done", "in_progress");
    }
  }
  return { ...incident, commander, items };
}

const stepOf = async (figures: Awaited<ReturnType<typeof readFigures>>, itemId: string) => {
  const { stepKey } = await ctx.db.checklistItem.findUniqueOrThrow({ where: { id: itemId } });
  return figures.steps.find(({ key }) => key === stepKey);
};

describe("what incidents say of a runbook", () => {
  test("is how often its steps were walked and how long they took, from being taken or from the step before", async () => {
    const runbook = await aRunbook(ctx);
    await aWalk(runbook, ["done", "taken"]);
    await aWalk(runbook, ["done", "skipped", "failed"]);
    const { items } = await aWalk(runbook, ["done", "done"]);
    const figures = await readFigures(ctx, runbook.slug);
    expect(figures).toMatchObject({ walked: 3, sections: [{ walked: 3 }] });
    expect(await stepOf(figures, items[0]!.id)).toMatchObject({ walked: 3, done: 3, medianMs: 2 * MINUTE });
    expect(await stepOf(figures, items[1]!.id)).toMatchObject({
      ...{ walked: 3, done: 2, skipped: 1, failed: 0 },
      ...{ medianMs: 3.5 * MINUTE, ninetiethMs: 5 * MINUTE, since: null },
    });
    expect(await stepOf(figures, items[2]!.id)).toMatchObject({ walked: 1, failed: 1, medianMs: null });
  });

  test("leaves out drills, and steps that nobody came to", async () => {
    const runbook = await aRunbook(ctx);
    await aWalk(runbook, ["done"], "drill");
    await aWalk(runbook, []);
    const figures = await readFigures(ctx, runbook.slug);
    expect(figures).toMatchObject({ walked: 0, lastWalkedAt: null, sections: [], steps: [] });
  });

  test("counts over versions, and says since which a step is as it is", async () => {
    const first = await aRunbook(ctx);
    await aWalk(first, ["done", "done", "done"]);
    const renew = (source: string) =>
      inTransaction(ctx, (tx) => importRunbook(tx, { source, runbookId: first.runbookId }));
    const second = await renew(ordersRunbook.replace("Ask the payment team", "Ask the payments team"));
    const { items } = await aWalk(second, ["done", "done", "done"]);
    const figures = await readFigures(ctx, first.slug);
    expect(await stepOf(figures, items[0]!.id)).toMatchObject({ walked: 2, since: null });
    expect(await stepOf(figures, items[2]!.id)).toMatchObject({ walked: 1, since: 2 });
  });

  test("counts incidents that the reader may not see, and names none", async () => {
    const runbook = await aRunbook(ctx);
    const { id } = await aWalk(runbook, ["done"]);
    await ctx.db.incident.update({ where: { id }, data: { visibility: "members" } });
    const viewer = ctx.as(await aPerson(ctx, "viewer", "Noor Haddad"));
    const figures = await readFigures(viewer, runbook.slug);
    expect(figures.walked).toBe(1);
    expect(JSON.stringify(figures)).not.toContain(id);
  });
});

describe("whether a runbook helped", () => {
  test("is said by one click, can be said anew, and counts", async () => {
    const runbook = await aRunbook(ctx);
    const { id, key, commander } = await aWalk(runbook, ["done"]);
    const rate = { key, runbookId: runbook.runbookId };
    await act(commander, rateRunbook, { ...rate, helped: "no", expected: null });
    await act(commander, rateRunbook, { ...rate, helped: "partly", expected: "no" });
    expect((await readFigures(ctx, runbook.slug)).helped).toEqual({ yes: 0, partly: 1, no: 0, not_used: 0 });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is said by the first of two; the other is told who was first", async () => {
    const runbook = await aRunbook(ctx);
    const { id, key } = await aWalk(runbook, ["done"]);
    const people = await Promise.all(
      ["Elias Brandt", "Sam Duarte"].map((name) => aPerson(ctx, "responder", name)),
    );
    const results = await Promise.allSettled(
      people.map((person, index) =>
        act(ctx.as(person), rateRunbook, {
          ...{ key, runbookId: runbook.runbookId, expected: null },
          helped: index === 0 ? "yes" : "no",
        }),
      ),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/(Elias Brandt|Sam Duarte) was first/),
    });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is asked of runbooks that are walked there, and counts no drills", async () => {
    const [walked, other] = [await aRunbook(ctx), await aRunbook(ctx, "\n## Other\n")];
    const { key, commander } = await aWalk(walked, ["done"], "drill");
    const rate = { key, helped: "yes", expected: null } as const;
    const unknown = act(commander, rateRunbook, { ...rate, runbookId: other.runbookId });
    await expect(unknown).rejects.toMatchObject({ code: "invalid" });
    await act(commander, rateRunbook, { ...rate, runbookId: walked.runbookId });
    expect((await readFigures(ctx, walked.slug)).helped.yes).toBe(0);
  });
});

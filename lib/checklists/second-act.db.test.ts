import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { foldAndTables } from "@/lib/room/testing/fold-and-tables";
import { readEntries } from "@/lib/timeline/read";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";
import { addRemark } from "./add-remark";
import { setStepState } from "./set-step-state";
import { startOwnChecklist } from "./start-own";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
});

/** Elias ticked a step twenty minutes after Sam, without a connection, did something with it. */
async function aStepTickedMeanwhile() {
  const { id, key, commander } = await anIncidentInHand(ctx);
  await act(ctx.as(commander), startOwnChecklist, { key, title: "First look", steps: ["Look"] });
  const { id: itemId } = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: id } });
  const [elias, sam] = [await aPerson(ctx, "responder", "Elias"), await aPerson(ctx, "responder", "Sam")];
  const occurredAt = ctx.clock.now();
  ctx.clock.advance(20);
  const tick = { itemId, state: "done", expected: "todo", note: null, occurredAt: null } as const;
  await act(ctx.as(elias), setStepState, tick);
  const late = { ...tick, occurredAt, expectedById: null, whenSecond: "keep" } as const;
  return { id, itemId, elias, sam: ctx.as(sam), late, occurredAt };
}

async function stepOf(id: string) {
  return (await foldAndTables(ctx, id)).tables?.checklists[0]?.items[0];
}

describe("an act that was made offline and comes second", () => {
  it("leaves a step done once, and both ticks readable", async () => {
    const { id, elias, sam, late, occurredAt } = await aStepTickedMeanwhile();
    const written = await act(sam, setStepState, late);
    expect(written.entries.map(({ kind }) => kind)).toEqual(["person.joined", "step.acted_second"]);
    expect(written.entries[1]).toMatchObject({
      occurredAt: occurredAt.toISOString(),
      data: { was: "done", did: "done", note: null },
    });
    expect(await stepOf(id)).toMatchObject({
      ...{ state: "done", changedById: elias.id },
      secondActs: [{ did: "done", personId: sam.actor.id, at: occurredAt.toISOString() }],
    });
    await expectFoldEqualsTables(ctx, id);
  });

  it("keeps another outcome with its words beside the first, and the timeline verifies", async () => {
    const { id, sam, late } = await aStepTickedMeanwhile();
    await act(sam, setStepState, { ...late, state: "skipped", note: "The pods were gone." });
    expect(await stepOf(id)).toMatchObject({
      state: "done",
      secondActs: [{ did: "skipped", note: { value: "The pods were gone." } }],
    });
    await expectFoldEqualsTables(ctx, id);
    expect(await verifyStream(ctx, id)).toMatchObject({ ok: true });
  });

  it("is held to the same words as the first one", async () => {
    const { sam, late, id } = await aStepTickedMeanwhile();
    await expect(act(sam, setStepState, { ...late, state: "failed" })).rejects.toMatchObject({
      code: "invalid",
      message: "Say what happened.",
    });
    expect((await stepOf(id))?.secondActs).toEqual([]);
  });

  it("does not tick a question, which has answers", async () => {
    const { sam, late, itemId, id } = await aStepTickedMeanwhile();
    await ctx.db.checklistItem.update({ where: { id: itemId }, data: { kind: "decision" } });
    await expect(act(sam, setStepState, late)).rejects.toMatchObject({ code: "invalid" });
    expect((await stepOf(id))?.secondActs).toEqual([]);
  });

  it("takes back one's own late tick, and not the first one", async () => {
    const { id, elias, sam, late } = await aStepTickedMeanwhile();
    await act(sam, setStepState, late);
    await act(sam, setStepState, {
      ...late,
      ...{ state: "todo", expected: "done", expectedById: sam.actor.id },
    });
    const step = await stepOf(id);
    expect(step).toMatchObject({ state: "done", changedById: elias.id });
    expect(step?.secondActs.map(({ did }) => did)).toEqual(["done", "todo"]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("is a conflict for whoever did not ask to keep it", async () => {
    const { sam, late } = await aStepTickedMeanwhile();
    const refused = act(sam, setStepState, { ...late, whenSecond: "refuse" });
    await expect(refused).rejects.toMatchObject({ code: "conflict", message: /Elias was first/ });
  });
});

it("a comment that was written offline has both times", async () => {
  const { id, itemId, sam, occurredAt } = await aStepTickedMeanwhile();
  await act(sam, addRemark, { itemId, kind: "comment", text: "Two pods are back.", occurredAt });
  const [entry] = await readEntries(ctx, id, { before: 1_000, limit: 1 });
  expect(entry).toMatchObject({ kind: "step.commented", occurredAt: occurredAt.toISOString() });
  expect(entry?.at).not.toBe(entry?.occurredAt);
  await expectFoldEqualsTables(ctx, id);
});

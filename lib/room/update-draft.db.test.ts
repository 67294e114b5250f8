import { beforeAll, describe, expect, it } from "vitest";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startRunbook } from "@/lib/checklists/start-sections";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { addNote } from "@/lib/record/add-note";
import { newId } from "@/lib/kernel/ids";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";
import { postStatusUpdate } from "@/lib/updates/post-status-update";
import { saveDraft } from "@/lib/updates/save-draft";
import { anUpdate } from "@/lib/updates/testing/an-update";
import { expectFoldEqualsTables } from "./testing/expect-fold-equals-tables";
import { readUpdateDraft } from "./read-update-draft";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

/** @param extra more of the runbook */
async function aWalkedIncident(extra = "") {
  const incident = await anIncidentInHand(ctx);
  const { versionId } = await aRunbook(ctx, extra);
  const commander = ctx.as(incident.commander);
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: versionId });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: [{ checklist: { position: "asc" } }, { position: "asc" }],
  });
  return { ...incident, commander, items };
}

describe("the draft of the next update", () => {
  it("tells what happened since the last one, in the words of the runbook", async () => {
    const { key, commander, items } = await aWalkedIncident();
    const still = { occurredAt: null, note: null } as const;
    await act(commander, setStepState, { ...still, itemId: items[0]!.id, state: "done", expected: "todo" });
    await act(commander, addNote, { key, text: "1,284 orders wait", mentions: [], occurredAt: null });
    const draft = await readUpdateDraft(commander, key);
    expect(draft).toMatchObject({ number: 1, saved: null });
    expect(draft.fresh.current.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Investigating since .* UTC\.$/),
    ]);
    expect(draft.items).toContainEqual(
      expect.objectContaining({ text: "1,284 orders wait.", field: "current", drafted: false }),
    );
    expect(draft.fresh.progress.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Done: Say in .*orders.* that you look at it \(Mara\)\.$/),
    );
  });

  it("tells what changed production first, however many looks came after it, and of no checklist", async () => {
    const { key, commander, items } = await aWalkedIncident(
      "\n## Repair\n\n1. `kubectl -n orders rollout undo deploy/importer`\n",
    );
    const repair = items.at(-1)!;
    for (const { id } of [repair, ...items.slice(0, 5)]) {
      const move = { itemId: id, state: "done", expected: "todo", occurredAt: null, note: null } as const;
      await act(commander, setStepState, move);
    }
    const { fresh } = await readUpdateDraft(commander, key);
    expect(fresh.progress.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Done: Roll back .*; kubectl .* rollout undo .*; Pause .*; Ask .*; and 2 more\.$/,
      ),
    ]);
  });

  it("begins anew after a post, and repeats only the status and what still blocks", async () => {
    const { key, commander, items } = await aWalkedIncident();
    const block = { itemId: items[1]!.id, state: "blocked", expected: "todo", occurredAt: null } as const;
    await act(commander, setStepState, { ...block, note: "waits for the vendor" });
    await act(commander, postStatusUpdate, { key, ...anUpdate(1) });
    const draft = await readUpdateDraft(commander, key);
    expect(draft).toMatchObject({ number: 2, fresh: { progress: [] } });
    expect(draft.fresh.current.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Investigating since /),
    ]);
    expect(draft.fresh.blockers.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Blocked: .*: waits for the vendor\.$/),
    ]);
  });

  it("begins where the draft of the last update ended, not where that was posted: nothing falls between", async () => {
    const { id, key, commander, items } = await aWalkedIncident();
    const { fresh } = await readUpdateDraft(commander, key);
    const still = { occurredAt: null, note: null, state: "done", expected: "todo" } as const;
    await act(commander, setStepState, { ...still, itemId: items[0]!.id });
    await act(commander, addNote, { key, text: "Told by hand", mentions: [], occurredAt: null });
    const told = (await readUpdateDraft(commander, key)).items.find(({ text }) => text === "Told by hand.");
    const update = { draftedTo: fresh.draftedTo, sources: told!.seqs };
    await act(commander, postStatusUpdate, { key, ...anUpdate(1, update) });
    const { fresh: next } = await readUpdateDraft(commander, key);
    expect(next.progress.map(({ text }) => text)).toEqual([expect.stringMatching(/^Done: Say in /)]);
    expect(next.current.map(({ text }) => text)).toEqual([expect.stringMatching(/^Investigating since /)]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("says the status and what blocks also where more happened since than it is drafted from", async () => {
    const { id, key, commander, items } = await aWalkedIncident();
    const block = { itemId: items[1]!.id, state: "blocked", expected: "todo", occurredAt: null } as const;
    await act(commander, setStepState, { ...block, note: "waits for the vendor" });
    await ctx.db.$executeRaw`
      WITH written AS (
        INSERT INTO timeline_entries (stream_id, seq, kind, version, actor_kind, via, at, data, hash)
        SELECT id, head_seq + n, 'person.left', 1, 'system', 'test', head_at, ${JSON.stringify({ personId: newId(), role: "responder" })}, ''
        FROM streams, generate_series(1, 1000) n WHERE id = ${id}::uuid
      )
      UPDATE streams SET head_seq = head_seq + 1000 WHERE id = ${id}::uuid`;
    const { fresh } = await readUpdateDraft(commander, key);
    expect(fresh.current).toMatchObject([{ text: expect.stringMatching(/^Investigating since /) as string }]);
    expect(fresh.blockers).toMatchObject([{ text: expect.stringMatching(/vendor/) as string }]);
  });

  it("brings what somebody saved, for whoever goes on with it", async () => {
    const { key, commander } = await aWalkedIncident();
    const body = {
      current: [{ text: "Mine.", seqs: [3] }],
      progress: [],
      blockers: [],
      nextMinutes: 10,
      draftedTo: null,
    };
    await act(commander, saveDraft, { key, number: 1, rev: 0, body });
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const { saved } = await readUpdateDraft(ctx.as(elias), key);
    expect(saved).toMatchObject({ rev: 1, body, savedById: commander.actor.id });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { assignRole } from "@/lib/incidents/assign-role";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { resolve } from "@/lib/room/resolve";
import { readEntries } from "@/lib/timeline/read";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";
import { correctUpdate } from "./correct-update";
import { listUpdates } from "./list-updates";
import { markMissed } from "./mark-missed";
import { postStatusUpdate } from "./post-status-update";
import { saveDraft } from "./save-draft";
import { snooze } from "./snooze";
import { anUpdate } from "./testing/an-update";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);

async function kindsOf(id: string): Promise<string[]> {
  return (await readEntries(ctx, id, { after: 0, limit: 100 })).map(({ kind }) => kind);
}

describe("posting the update that is due", () => {
  it("answers the slot on time up to its very millisecond, and opens the next one", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    ctx.clock.advance(15);
    const { entries } = await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    expect(entries.map(({ kind }) => kind)).toEqual(["update.posted"]);
    expect(entries[0]).toMatchObject({ data: { number: 1, outcome: "on_time", status: "investigating" } });
    const row = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    expect(row.dueAt).toEqual(minutes(ctx.clock.now(), 15));
    await expectFoldEqualsTables(ctx, id);
  });

  it("is late within one interval after that", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    ctx.clock.advance(15 + 1 / 60_000);
    const { entries } = await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    expect(entries[0]).toMatchObject({ data: { outcome: "late" } });
  });

  it("puts the missed ones on the timeline first, once another interval has passed", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    ctx.clock.advance(46);
    const { entries } = await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    expect(entries.map(({ kind }) => kind)).toEqual(["update.missed", "update.missed", "update.posted"]);
    const firstDue = minutes(ctx.clock.now(), 15 - 46).toISOString();
    expect(entries[2]).toMatchObject({ data: { number: 1, outcome: "late", dueAt: firstDue } });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is possible after the console was off for months: every missed one is on the timeline", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    ctx.clock.advance(120 * 24 * 60);
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    const missed = await ctx.db.timelineEntry.count({ where: { streamId: id, kind: "update.missed" } });
    expect(missed).toBe(120 * 24 * 4 - 1);
    await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
    expect(await verifyStream(ctx, id)).toMatchObject({ ok: true, problems: [] });
    await expectFoldEqualsTables(ctx, id);
  }, 30_000);

  it("lets a shorter choice stand and ignores a longer one", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const due = async () => (await ctx.db.incident.findUniqueOrThrow({ where: { id } })).dueAt;
    await act(ctx.as(commander), postStatusUpdate, {
      key,
      ...anUpdate(1, { nextMinutes: 10, draftedTo: null }),
    });
    expect(await due()).toEqual(minutes(ctx.clock.now(), 10));
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(2, { nextMinutes: 45 }) });
    expect(await due()).toEqual(minutes(ctx.clock.now(), 15));
    await expectFoldEqualsTables(ctx, id);
  });

  it("lets one of two authors win, and tells the other who was first", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const priya = await aPerson(ctx, "responder", "Priya Nair");
    await act(ctx.as(commander), assignRole, { key, personId: priya.id, role: "communications_lead" });
    const posts = await Promise.allSettled(
      [commander, priya].map((person) => act(ctx.as(person), postStatusUpdate, { key, ...anUpdate(1) })),
    );
    expect(posts.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = posts.find((post) => post.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(
        /^(Mara Lindqvist|Priya Nair) was first, just before you, and posted update 1\.$/,
      ),
    });
    expect(await ctx.db.statusUpdate.count({ where: { incidentId: id } })).toBe(1);
    await expectFoldEqualsTables(ctx, id);
  });

  it("is for the commander, the deputy and the communications lead", async () => {
    const { key } = await anIncidentInHand(ctx);
    const manager = await aPerson(ctx, "manager", "Ines Costa");
    const post = act(ctx.as(manager), postStatusUpdate, { key, ...anUpdate(1) });
    await expect(post).rejects.toMatchObject({ code: "forbidden" });
  });

  it("ends with the final one, which leaves no slot that counts", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    ctx.clock.advance(5);
    const words = {
      current: "All orders go through.",
      progress: "",
      blockers: "",
      sources: [],
      draftedTo: null,
    };
    await act(ctx.as(commander), resolve, { key, ...words });
    const [update] = (await listUpdates(ctx, key)).updates;
    expect(update).toMatchObject({ number: 1, final: true, status: "resolved", outcome: "on_time" });
    const again = act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(2) });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await ctx.db.dueItem.count({ where: { incidentId: id, kind: "clock" } })).toBe(0);
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("correcting a posted update", () => {
  it("leaves the update as it was and marks the correction", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    await act(ctx.as(commander), correctUpdate, { key, number: 1, text: "1,248 orders wait, not 1,284." });
    const [update] = (await listUpdates(ctx, key)).updates;
    expect(update).toMatchObject({
      current: "New orders go through; old ones wait.",
      corrections: [{ byId: commander.id, text: "1,248 orders wait, not 1,284." }],
    });
    const missing = act(ctx.as(commander), correctUpdate, { key, number: 2, text: "x" });
    await expect(missing).rejects.toMatchObject({ code: "not_found" });
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("snoozing", () => {
  it("moves the open slot once, with a reason", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    const until = minutes(ctx.clock.now(), 40);
    await act(ctx.as(commander), snooze, {
      key,
      until,
      reason: "Nothing changes until the import is through.",
    });
    const row = await ctx.db.incident.findUniqueOrThrow({ where: { id } });
    expect(row.dueAt).toEqual(until);
    const item = await ctx.db.dueItem.findFirstOrThrow({ where: { incidentId: id, kind: "clock" } });
    expect(item.dueAt).toEqual(minutes(until, 15));
    const again = act(ctx.as(commander), snooze, { key, until: minutes(until, 5), reason: "Later still." });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    await expectFoldEqualsTables(ctx, id);
  });

  it("is too late once the update is due", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    ctx.clock.advance(15);
    const ask = { key, until: minutes(ctx.clock.now(), 5), reason: "A moment." };
    await expect(act(ctx.as(commander), snooze, ask)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a missed update", () => {
  it("is marked exactly at due plus one interval, not a millisecond before", async () => {
    const { id } = await anIncidentInHand(ctx);
    ctx.clock.advance(30 - 1 / 60_000);
    expect((await act(ctx, markMissed, id)).entries).toEqual([]);
    ctx.clock.advance(1 / 60_000);
    expect((await act(ctx, markMissed, id)).entries).toHaveLength(1);
    expect((await act(ctx, markMissed, id)).entries).toEqual([]);
    expect(await kindsOf(id)).toEqual(expect.arrayContaining(["update.missed"]));
    await expectFoldEqualsTables(ctx, id);
  });
});

describe("the draft", () => {
  const line = (text: string) => ({
    current: [{ text, seqs: [2] }],
    progress: [],
    blockers: [],
    nextMinutes: null,
    draftedTo: null,
  });

  it("does not tell a hidden incident from one that is not there", async () => {
    const { key } = await anIncidentInHand(ctx, { visibility: "members" });
    const elias = ctx.as(await aPerson(ctx, "responder", "Elias Brandt"));
    for (const asked of [key, "INC-999999"]) {
      const saved = act(elias, saveDraft, { key: asked, number: 1, rev: 0, body: line("mine") });
      await expect(saved).rejects.toMatchObject({ code: "not_found", message: "There is no such incident." });
    }
  });

  it("is kept under a revision: the second author is shown the first one's text", async () => {
    const { key, commander } = await anIncidentInHand(ctx);
    const elias = await aPerson(ctx, "responder", "Elias Brandt");
    const first = await act(ctx.as(commander), saveDraft, { key, number: 1, rev: 0, body: line("mine") });
    expect(first).toMatchObject({ rev: 1, savedById: commander.id });
    const second = act(ctx.as(elias), saveDraft, { key, number: 1, rev: 0, body: line("theirs") });
    await expect(second).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Mara Lindqvist"),
      details: { draft: { rev: 1, body: line("mine") } },
    });
    const next = await act(ctx.as(elias), saveDraft, { key, number: 1, rev: 1, body: line("both") });
    expect(next.rev).toBe(2);
  });

  it("is used up by the post, and cannot come back for a number that is posted", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    await act(ctx.as(commander), saveDraft, { key, number: 1, rev: 0, body: line("mine") });
    await act(ctx.as(commander), postStatusUpdate, { key, ...anUpdate(1) });
    expect(await ctx.db.updateDraft.count({ where: { incidentId: id } })).toBe(0);
    const late = act(ctx.as(commander), saveDraft, { key, number: 1, rev: 1, body: line("mine") });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });
});

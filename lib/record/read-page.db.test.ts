import { beforeAll, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson, anIncidentInHand, type AnIncident } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { addNote } from "./add-note";
import { correctNote } from "./correct-note";
import { correctTime } from "./correct-time";
import { pinEntry, unpinEntry } from "./pin-entry";
import { readPage } from "./read-page";
import { entriesQuery } from "./schemas";

let ctx: TestContext;
let elias: PersonActor;
let incident: AnIncident & { commander: PersonActor };

/** An incident of 12 entries: three of its beginning, then nine notes of Elias, one a minute from 03:01. */
beforeAll(async () => {
  ctx = await testContext();
  elias = await aPerson(ctx, "responder", "Elias Brandt");
  incident = await anIncidentInHand(ctx);
  for (let i = 1; i <= 9; i++) {
    ctx.clock.advance(1);
    const input = { key: incident.key, text: `note ${i}`, mentions: [], occurredAt: null };
    await act(ctx.as(elias), addNote, input);
  }
});

const begun = 3;

async function page(query: Record<string, string | string[]>, reader: PersonActor = elias) {
  const input = { key: incident.key, ...entriesQuery.parse(query) };
  const { entries, ...rest } = await readPage(ctx.as(reader), input);
  return { seqs: entries.map((entry) => entry.seq), entries, ...rest };
}

test("the newest come first, and the rest is paged", async () => {
  expect(await page({ limit: "5" })).toMatchObject({
    seqs: [12, 11, 10, 9, 8],
    nextBefore: 8,
    nextAfter: null,
  });
  expect(await page({ limit: "5", before: "8" })).toMatchObject({ seqs: [7, 6, 5, 4, 3], nextBefore: 3 });
  expect(await page({ limit: "5", before: "3" })).toMatchObject({ seqs: [2, 1], nextBefore: null });
});

test("newer ones are paged too, newest first", async () => {
  expect(await page({ limit: "2", after: "8" })).toMatchObject({ seqs: [10, 9], nextAfter: 10 });
  expect(await page({ limit: "2", after: "10" })).toMatchObject({ seqs: [12, 11], nextAfter: null });
});

test("a page can stand around an entry", async () => {
  expect(await page({ limit: "4", around: "6" })).toMatchObject({
    ...{ seqs: [8, 7, 6, 5], found: 6, nextAfter: 8, nextBefore: 5 },
  });
});

test("a page can stand around a time: the newest entry then", async () => {
  const noted = (await page({ around: "7" })).entries.find((entry) => entry.seq === 7);
  const moment = new Date(Date.parse(noted?.at ?? "") + 30_000).toISOString();
  expect(await page({ limit: "2", at: moment })).toMatchObject({ seqs: [8, 7], found: 7 });
  expect(await page({ limit: "2", at: "2020-01-01T00:00:00Z" })).toMatchObject({ found: 1 });
});

test("it can be narrowed down to kinds, a group and a person", async () => {
  expect((await page({ group: "notes" })).seqs).toHaveLength(9);
  expect((await page({ group: "status" })).seqs).toHaveLength(begun);
  expect((await page({ kind: "incident.declared" })).seqs).toEqual([1]);
  expect((await page({ kind: ["incident.declared", "note.added"] })).seqs).toHaveLength(10);
  expect((await page({ kind: "incident.declared", group: "notes" })).seqs).toEqual([]);
  expect((await page({ person: incident.commander.id })).seqs).not.toContain(12);
});

test("corrections come with the page of what they correct, pins with every page", async () => {
  const correct = { key: incident.key, seq: 4, text: "note one", basedOn: null };
  await act(ctx.as(elias), correctNote, correct);
  await act(ctx.as(elias), correctTime, {
    key: incident.key,
    seq: 4,
    occurredAt: new Date("2026-03-01T02:59:00Z"),
  });
  await act(ctx.as(elias), pinEntry, { key: incident.key, seq: 5 });
  await act(ctx.as(elias), pinEntry, { key: incident.key, seq: 6 });
  await act(ctx.as(elias), unpinEntry, { key: incident.key, seq: 6 });
  const old = await page({ before: "7" });
  expect(old.marks.corrections.map(({ kind, data }) => [kind, data])).toMatchObject([
    ["entry.corrected", { seq: 4 }],
    ["entry.time_corrected", { seq: 4 }],
  ]);
  expect(old.marks.pins).toEqual([5]);
  expect((await page({ before: "4" })).marks).toEqual({ corrections: [], pins: [5] });
  expect((await page({ pinned: "true" })).seqs).toEqual([5]);
});

test("who may not see the incident finds none", async () => {
  const hidden = await anIncidentInHand(ctx, { visibility: "members" });
  const looking = readPage(ctx.as(elias), { key: hidden.key, ...entriesQuery.parse({}) });
  await expect(looking).rejects.toMatchObject({ code: "not_found" });
});

import { beforeAll, describe, expect, it } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import {
  act,
  aDeclaredIncident,
  anIncidentInHand,
  aPerson,
  type AnIncident,
} from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";
import { addNote } from "./add-note";
import { correctNote } from "./correct-note";
import { correctTime } from "./correct-time";
import { pasteLog } from "./paste-log";
import { pinEntry, unpinEntry } from "./pin-entry";
import { readPins } from "./read-marks";
import { redactText } from "./redact-text";
import { verifyIncident } from "./verify-incident";

let ctx: TestContext;
let elias: PersonActor;
let sam: PersonActor;
let noor: PersonActor;
let viewer: PersonActor;
let incident: AnIncident & { commander: PersonActor };

beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  elias = await aPerson(ctx, "responder", "Elias Brandt");
  sam = await aPerson(ctx, "responder", "Sam Ward");
  noor = await aPerson(ctx, "manager", "Noor Haddad");
  viewer = await aPerson(ctx, "viewer", "Vic Olsen");
  incident = await anIncidentInHand(ctx);
});

const earlier = (minutes: number) => new Date(ctx.clock.now().getTime() - minutes * 60_000);

async function note(text = "Queue depth 1,284", by = elias, on: AnIncident = incident) {
  const input = { key: on.key, text, mentions: [], occurredAt: null };
  const { entries } = await act(ctx.as(by), addNote, input);
  const entry = entries[0];
  if (entry?.kind !== "note.added") throw new Error("No note was added");
  return { ...entry, textId: entry.data.text.textId };
}

const rowsAfter = (seq: number, on: AnIncident = incident) =>
  ctx.db.timelineEntry.findMany({ where: { streamId: on.id, seq: { gt: seq } }, orderBy: { seq: "asc" } });

describe("adding a note", () => {
  it("puts one entry on the timeline, with its words as they were typed", async () => {
    const entry = await note("  Queue depth 1,284\n  and rising ");
    expect(entry).toMatchObject({ actor: { id: elias.id }, occurredAt: null });
    expect(Object.values(entry.texts)).toEqual(["  Queue depth 1,284\n  and rising "]);
  });

  it("keeps both times of something that happened earlier", async () => {
    const input = { key: incident.key, text: "Alerts went quiet", mentions: [], occurredAt: earlier(10) };
    const { entries } = await act(ctx.as(elias), addNote, input);
    expect(entries[0]).toMatchObject({
      at: ctx.clock.now().toISOString(),
      occurredAt: earlier(10).toISOString(),
    });
  });

  it("refuses a time in the future", async () => {
    const input = { key: incident.key, text: "Soon", mentions: [], occurredAt: earlier(-10) };
    await expect(act(ctx.as(elias), addNote, input)).rejects.toMatchObject({ code: "invalid" });
  });

  it("keeps who was mentioned, once each", async () => {
    const input = { key: incident.key, text: "@Sam look", mentions: [sam.id, sam.id], occurredAt: null };
    const { entries } = await act(ctx.as(elias), addNote, input);
    expect(entries[0]?.data).toMatchObject({ mentions: [sam.id] });
  });

  it("refuses to mention who cannot see the incident, or is not there", async () => {
    const hidden = await anIncidentInHand(ctx, { visibility: "members" });
    const mention = (id: string) => {
      const input = { key: hidden.key, text: "@ look", mentions: [id], occurredAt: null };
      return act(ctx.as(hidden.commander), addNote, input);
    };
    await expect(mention(sam.id)).rejects.toMatchObject({ code: "invalid" });
    await expect(mention(newId())).rejects.toMatchObject({ code: "invalid" });
  });

  it("is not for viewers, and not for who cannot see the incident", async () => {
    await expect(note("hello", viewer)).rejects.toMatchObject({ code: "forbidden" });
    const hidden = await anIncidentInHand(ctx, { visibility: "members" });
    await expect(note("hello", sam, hidden)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("pasting a log", () => {
  const paste = (text: string) => act(ctx.as(elias), pasteLog, { key: incident.key, text, occurredAt: null });

  it("keeps it as one entry and counts its lines", async () => {
    const { entries } = await paste("error: timeout\r\nerror: timeout\r\n");
    expect(entries[0]).toMatchObject({ kind: "log.pasted", data: { lines: 2 } });
  });

  it("takes 256 KiB and no more", async () => {
    const [entry] = (await paste("x".repeat(256 * 1024))).entries;
    expect(entry?.kind).toBe("log.pasted");
    await expect(paste("é".repeat(128 * 1024) + "x")).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("correcting", () => {
  const correct = (by: PersonActor, seq: number, text: string, basedOn: number | null = null) =>
    act(ctx.as(by), correctNote, { key: incident.key, seq, text, basedOn });

  it("adds an entry; the note and its words stay", async () => {
    const { seq, textId } = await note("Depth 1,284");
    const { entries } = await correct(elias, seq, "Depth 12,840");
    expect(entries[0]).toMatchObject({ kind: "entry.corrected", data: { seq } });
    expect(await ctx.db.entryText.findUnique({ where: { id: textId } })).toMatchObject({
      text: "Depth 1,284",
    });
  });

  it("is for the author, the commander and managers, not for other responders", async () => {
    const { seq } = await note();
    await expect(correct(sam, seq, "Sam's version")).rejects.toMatchObject({ code: "forbidden" });
    const first = await correct(incident.commander, seq, "the commander's version");
    await correct(noor, seq, "the manager's version", first.entries[0]?.seq);
  });

  it("tells who was first when two correct the same words", async () => {
    const { seq } = await note();
    const outcomes = await Promise.allSettled([correct(elias, seq, "one"), correct(noor, seq, "other")]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(
        /^(Elias Brandt|Noor Haddad) was first, just before you, and corrected it/,
      ) as string,
    });
  });

  it("refuses the same words again, and what is no note", async () => {
    const { seq } = await note("as it was");
    await expect(correct(elias, seq, "as it was")).rejects.toMatchObject({ code: "invalid" });
    await expect(correct(noor, 1, "never declared")).rejects.toMatchObject({ code: "invalid" });
    await expect(correct(noor, 9_999, "nothing")).rejects.toMatchObject({ code: "not_found" });
  });

  it("puts a time right and says what it was before", async () => {
    const { seq, at } = await note();
    const put = (minutes: number) =>
      act(ctx.as(elias), correctTime, { key: incident.key, seq, occurredAt: earlier(minutes) });
    const first = await put(5);
    expect(first.entries[0]?.data).toEqual({ seq, from: at, to: earlier(5).toISOString() });
    const second = await put(7);
    expect(second.entries[0]?.data).toMatchObject({ from: earlier(5).toISOString() });
    await expect(put(7)).rejects.toMatchObject({ code: "invalid" });
    await expect(put(-7)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("pinning", () => {
  it("pins once, however often it is asked, and two at once give one entry", async () => {
    const { seq } = await note();
    const pin = (by: PersonActor) => act(ctx.as(by), pinEntry, { key: incident.key, seq });
    const written = await Promise.all([pin(elias), pin(sam)]);
    expect(written.flatMap(({ entries }) => entries)).toHaveLength(1);
    expect(await readPins(ctx, incident.id)).toContain(seq);
    expect((await pin(elias)).entries).toEqual([]);
  });

  it("takes a pin away, and nothing when there is none", async () => {
    const { seq } = await note();
    const unpin = () => act(ctx.as(sam), unpinEntry, { key: incident.key, seq });
    expect((await unpin()).entries).toEqual([]);
    await act(ctx.as(elias), pinEntry, { key: incident.key, seq });
    expect((await unpin()).entries).toMatchObject([{ kind: "entry.unpinned", data: { seq } }]);
    expect(await readPins(ctx, incident.id)).not.toContain(seq);
  });

  it("needs an entry that is there", async () => {
    const pinning = act(ctx.as(elias), pinEntry, { key: incident.key, seq: 9_999 });
    await expect(pinning).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("redacting", () => {
  const redact = (by: PersonActor, textIds: string[], on: AnIncident = incident) =>
    act(ctx.as(by), redactText, { key: on.key, textIds, reason: "A password was pasted" });

  it("deletes words and salt, and the chain verifies and says by whom", async () => {
    const { seq, textId } = await note("password: hunter2");
    const { entries } = await redact(noor, [textId]);
    expect(entries[0]).toMatchObject({ kind: "text.redacted", data: { seq, textId } });
    expect(await ctx.db.entryText.findUnique({ where: { id: textId } })).toMatchObject({
      ...{ text: null, salt: null, redactedAt: ctx.clock.now() },
    });
    const found = await verifyStream(ctx, incident.id);
    expect(found.problems).toEqual([]);
    expect(found.redacted).toContainEqual({ seq, by: noor.id, at: entries[0]?.at });
  });

  it("explains each of several texts in an entry of its own", async () => {
    const [one, two] = [await note("secret one"), await note("secret two")];
    const { entries } = await redact(noor, [one.textId, two.textId]);
    expect(entries.map((entry) => Object.values(entry.texts))).toEqual([
      ["A password was pasted"],
      ["A password was pasted"],
    ]);
  });

  it("takes the title out of the incident's row too", async () => {
    const secret = await aDeclaredIncident(ctx.as(elias), { title: "Token abc123 leaked" });
    const { titleTextId } = await ctx.db.incident.findUniqueOrThrow({ where: { id: secret.id } });
    await redact(noor, [titleTextId], secret);
    const row = await ctx.db.incident.findUniqueOrThrow({ where: { id: secret.id } });
    expect(row.title).toBe("[redacted]");
    await expectFoldEqualsTables(ctx, secret.id);
  });

  it("forgets the answer that was kept for a retry of the note", async () => {
    const { textId } = await note("hunter2 again");
    const kept = { actorKey: elias.id, key: newId() };
    const body = { entries: [{ texts: { [textId]: "hunter2 again" } }] };
    const rest = { requestHash: "x", status: 201, createdAt: ctx.clock.now() };
    await ctx.db.idempotentResult.create({ data: { ...kept, ...rest, body } });
    await redact(noor, [textId]);
    const after = await ctx.db.idempotentResult.findUniqueOrThrow({ where: { actorKey_key: kept } });
    expect(after.body).toBeNull();
  });

  it("is for managers, works once, and only within the incident", async () => {
    const { textId } = await note("secret");
    await expect(redact(incident.commander, [textId])).rejects.toMatchObject({ code: "forbidden" });
    const other = await anIncidentInHand(ctx);
    await expect(redact(noor, [textId], other)).rejects.toMatchObject({ code: "not_found" });
    const both = await Promise.allSettled([redact(noor, [textId]), redact(noor, [textId])]);
    expect(both.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(redact(noor, [textId])).rejects.toMatchObject({ code: "conflict" });
  });

  it("leaves nothing behind when it is refused", async () => {
    const { seq, textId } = await note("stays");
    await expect(redact(noor, [textId, newId()])).rejects.toMatchObject({ code: "not_found" });
    expect(await rowsAfter(seq)).toEqual([]);
    expect(await ctx.db.entryText.findUnique({ where: { id: textId } })).toMatchObject({ text: "stays" });
  });
});

describe("verifying an incident", () => {
  it("is for managers, and takes a head that was noted", async () => {
    const found = await verifyIncident(ctx.as(noor), { key: incident.key });
    expect(found).toMatchObject({ ok: true });
    const head = `${found.head.seq}:${found.head.hash.slice(0, 16)}`;
    expect(await verifyIncident(ctx.as(noor), { key: incident.key, head })).toMatchObject({ ok: true });
    const refused = verifyIncident(ctx.as(elias), { key: incident.key });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });

  it("says what a noted head looks like", async () => {
    const wrong = verifyIncident(ctx.as(noor), { key: incident.key, head: "61" });
    await expect(wrong).rejects.toMatchObject({ code: "invalid" });
  });
});

it("after all this, the fold still equals the tables", () => expectFoldEqualsTables(ctx, incident.id));

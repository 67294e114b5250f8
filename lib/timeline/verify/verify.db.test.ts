import { beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { append, createStream, lockStream, timeIn, type NewEntry } from "../append";
import { canonical, entryHash } from "../hash.rules";
import { registerSigningKey } from "../register-signing-key";
import { newSigningKey, signerFrom } from "../signing";
import { newText } from "../texts";
import { verifyStream } from "./verify-stream";

let ctx: TestContext;

beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
});

function add(streamId: string, entry: NewEntry, context = ctx) {
  return inTransaction(context, async (tx) => {
    const stream = await lockStream(tx, streamId);
    return append(tx, stream, timeIn(tx, stream), entry);
  });
}

function note(words: string): NewEntry & { kind: "note.added" } {
  const text = newText(words);
  return { kind: "note.added", data: { text: text.ref, mentions: [] }, texts: [text] };
}

/** A stream of `length` notes. */
async function aStream(length = 5): Promise<string> {
  const id = newId();
  await inTransaction(ctx, (tx) => createStream(tx, id, "run"));
  for (let seq = 1; seq <= length; seq++) await add(id, note(`note ${seq}`));
  return id;
}

/** What somebody with full power over the database can do: change entries behind the trigger's back. */
function tamper(sql: string): Promise<unknown> {
  return ctx.db.$transaction([
    ctx.db.$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    ctx.db.$executeRawUnsafe(sql),
  ]);
}

const entry = (streamId: string, seq: number) => `stream_id = '${streamId}' AND seq = ${seq}`;
const rowAt = (streamId: string, seq: number) =>
  ctx.db.timelineEntry.findUniqueOrThrow({ where: { streamId_seq: { streamId, seq } } });
const verify = (streamId: string, noted?: { seq: number; hash: string }) =>
  verifyStream(ctx, streamId, noted);

test("a stream that nobody touched verifies, and gives its head to be noted", async () => {
  const id = await aStream();
  const { hash } = await rowAt(id, 5);
  expect(await verify(id)).toEqual({
    ...{ ok: true, entries: 5, head: { seq: 5, hash }, problems: [], redacted: [] },
  });
});

test("streams longer than one batch verify to the end", async () => {
  const id = newId();
  await inTransaction(ctx, async (tx) => {
    const stream = await createStream(tx, id, "run");
    for (let i = 0; i < 510; i++) await append(tx, stream, timeIn(tx, stream), note(`note ${i}`));
  });
  expect(await verify(id)).toMatchObject({ ok: true, entries: 510 });
  await tamper(`UPDATE timeline_entries SET via = 'x' WHERE ${entry(id, 505)}`);
  expect((await verify(id)).problems).toEqual([{ seq: 505, what: "altered" }]);
});

test.each([
  ["actor", "actor_kind = 'person', actor_id = '00000000-0000-4000-8000-000000000009'"],
  ["way it came", "via = 'elsewhere'"],
  ["kind", "kind = 'log.pasted'"],
  ["time", "at = at - interval '1 millisecond'"],
  ["time it is said to have happened", "occurred_at = at"],
  ["data", `data = '{"mentions":[]}'`],
  ["spelling of the data", "data = data || ' '"],
  ["data into no JSON at all", "data = 'gone'"],
  ["hash", `hash = '${"0".repeat(64)}'`],
])("changing an entry's %s shows", async (_what, change) => {
  const id = await aStream();
  await tamper(`UPDATE timeline_entries SET ${change} WHERE ${entry(id, 3)}`);
  const found = await verify(id);
  expect(found.ok).toBe(false);
  expect(found.problems).toContainEqual({ seq: 3, what: "altered" });
});

test("an entry taken out of the middle shows as removed", async () => {
  const id = await aStream();
  await tamper(`DELETE FROM timeline_entries WHERE ${entry(id, 3)}`);
  expect((await verify(id)).problems).toEqual([{ seq: 3, what: "removed" }]);
});

test("the last entries taken away show as cut off", async () => {
  const id = await aStream();
  await tamper(`DELETE FROM timeline_entries WHERE stream_id = '${id}' AND seq > 3`);
  expect(await verify(id)).toMatchObject({ entries: 3, problems: [{ seq: 4, what: "cut off" }] });
});

test("a chain that was hashed anew does not carry our signature", async () => {
  const id = await aStream(3);
  const [first, last] = [await rowAt(id, 2), await rowAt(id, 3)];
  const data = canonical({ ...(JSON.parse(last.data) as object), mentions: [newId()] });
  const hash = entryHash(first.hash, {
    ...{ streamId: id, seq: 3, kind: last.kind, version: last.version },
    actor: { kind: last.actorKind, id: last.actorId, via: last.via },
    ...{ at: last.at.toISOString(), occurredAt: null, data: JSON.parse(data) as unknown },
  });
  await tamper(`UPDATE timeline_entries SET data = '${data}', hash = '${hash}' WHERE ${entry(id, 3)}`);
  expect((await verify(id)).problems).toEqual([{ seq: 3, what: "altered" }]);
  await tamper(`UPDATE streams SET head_hash = '${hash}' WHERE id = '${id}'`);
  expect((await verify(id)).problems).toEqual([{ seq: 3, what: "bad signature" }]);
});

test("an end that was cut off with an old head put back shows against a head noted elsewhere", async () => {
  const id = await aStream(3);
  const old = await ctx.db.stream.findUniqueOrThrow({ where: { id } });
  await add(id, note("the part to hide"));
  const noted = (await verify(id)).head;
  await tamper(`DELETE FROM timeline_entries WHERE ${entry(id, 4)}`);
  await ctx.db.stream.update({ where: { id }, data: old });
  expect((await verify(id)).ok).toBe(true);
  expect((await verify(id, noted)).problems).toEqual([{ seq: 4, what: "cut off" }]);
});

test("another end than the noted one shows, and the right one does not, nor one noted in short", async () => {
  const id = await aStream(3);
  const noted = (await verify(id)).head;
  await add(id, note("later"));
  expect((await verify(id, noted)).ok).toBe(true);
  expect((await verify(id, { seq: 3, hash: noted.hash.slice(0, 12).toUpperCase() })).ok).toBe(true);
  expect((await verify(id, { seq: 3, hash: "0".repeat(64) })).problems).toEqual([
    { seq: 3, what: "altered" },
  ]);
});

test("an entry slipped in after the signed head shows as added", async () => {
  const id = await aStream(2);
  await tamper(`INSERT INTO timeline_entries SELECT stream_id, 3, kind, version, actor_kind, actor_id, via, at,
    occurred_at, data, hash FROM timeline_entries WHERE ${entry(id, 2)}`);
  expect((await verify(id)).problems).toContainEqual({ seq: 3, what: "added" });
});

test("words that were changed, emptied or taken away show", async () => {
  const id = await aStream(4);
  await tamper(`UPDATE entry_texts SET text = 'never happened' WHERE ${entry(id, 1)}`);
  await tamper(`UPDATE entry_texts SET text = NULL, salt = NULL WHERE ${entry(id, 2)}`);
  await tamper(`DELETE FROM entry_texts WHERE ${entry(id, 3)}`);
  expect((await verify(id)).problems).toEqual([
    { seq: 1, what: "text altered" },
    { seq: 2, what: "text altered" },
    { seq: 3, what: "text altered" },
  ]);
});

test("words that a later entry says were redacted are told as redacted, by whom and when", async () => {
  const id = await aStream(2);
  const text = await ctx.db.entryText.findFirstOrThrow({ where: { streamId: id, seq: 2 } });
  await tamper(`UPDATE entry_texts SET text = NULL, salt = NULL WHERE id = '${text.id}'`);
  const reason = newText("a password");
  const manager = { kind: "person", id: newId(), accessRole: "manager", via: "test" } as const;
  const data = { seq: 2, textId: text.id, reason: reason.ref };
  const written = await add(id, { kind: "text.redacted", data, texts: [reason] }, ctx.as(manager));
  expect(await verify(id)).toMatchObject({
    ok: true,
    redacted: [{ seq: 2, by: manager.id, at: written.at }],
  });
});

test("a redaction does not excuse other words in that place", async () => {
  const id = await aStream(2);
  const text = await ctx.db.entryText.findFirstOrThrow({ where: { streamId: id, seq: 2 } });
  const reason = newText("a password");
  const data = { seq: 2, textId: text.id, reason: reason.ref };
  await add(id, { kind: "text.redacted", data, texts: [reason] });
  await tamper(`UPDATE entry_texts SET text = 'other words' WHERE id = '${text.id}'`);
  expect((await verify(id)).problems).toEqual([{ seq: 2, what: "text altered" }]);
});

test("words that two entries refer to are one text", async () => {
  const id = await aStream(1);
  const [from, to] = [newText("old"), newText("new")];
  const first = { from: from.ref, to: from.ref, reason: null };
  await add(id, { kind: "incident.title_changed", data: first, texts: [from] });
  const second = { from: from.ref, to: to.ref, reason: null };
  await add(id, { kind: "incident.title_changed", data: second, texts: [to] });
  expect((await verify(id)).ok).toBe(true);
});

test("a head signed by a key that is not on record shows", async () => {
  const id = await aStream(1);
  const stranger = { ...ctx, signer: signerFrom(newSigningKey()) };
  await add(id, note("signed elsewhere"), stranger);
  expect((await verify(id)).problems).toEqual([{ seq: 2, what: "unknown key" }]);
  await tamper(`UPDATE streams SET head_key_id = '${ctx.signer.keyId}' WHERE id = '${id}'`);
  expect((await verify(id)).problems).toEqual([{ seq: 2, what: "bad signature" }]);
});

test("a stream that is not there is not found", async () => {
  await expect(verify(newId())).rejects.toMatchObject({ code: "not_found" });
});

test("an instance with a known key starts again, one with another key is refused", async () => {
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  const stranger = signerFrom(newSigningKey());
  const refused = registerSigningKey(ctx.db, stranger, ctx.clock.now());
  await expect(refused).rejects.toThrow(`QUARTERDECK_SIGNING_KEY (${stranger.keyId}) is not the key`);
  expect(await ctx.db.signingKey.findMany()).toMatchObject([{ id: ctx.signer.keyId }]);
});

test("of two instances that start with two keys on an empty database, one is refused", async () => {
  await ctx.db.signingKey.deleteMany();
  const [a, b] = [signerFrom(newSigningKey()), signerFrom(newSigningKey())];
  const starts = [a, b].map((signer) => registerSigningKey(ctx.db, signer, ctx.clock.now()));
  const outcomes = (await Promise.allSettled(starts)).map((outcome) => outcome.status);
  expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
});

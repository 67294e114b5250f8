import { beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/in-transaction";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { append, createStream, lockStream, timeIn } from "./append";
import { entryHash, GENESIS, headMessage, textDigest } from "./hash.rules";
import { readEntries } from "./read";
import { isSignedBy } from "./signing";
import { newText } from "./texts";

let ctx: TestContext;

beforeAll(async () => {
  ctx = await testContext();
});

/** A run's stream with one note for each of these words. */
async function aStreamWith(...words: string[]): Promise<string> {
  const id = newId();
  await inTransaction(ctx, (tx) => createStream(tx, id, "run"));
  for (const text of words) await addNote(id, text);
  return id;
}

function addNote(streamId: string, words: string) {
  return inTransaction(ctx, async (tx) => {
    const stream = await lockStream(tx, streamId);
    const text = newText(words);
    return append(tx, stream, timeIn(tx, stream), {
      kind: "note.added",
      data: { text: text.ref, mentions: [] },
      texts: [text],
    });
  });
}

const rowsOf = (streamId: string) =>
  ctx.db.timelineEntry.findMany({ where: { streamId }, orderBy: { seq: "asc" } });
const headOf = (id: string) => ctx.db.stream.findUniqueOrThrow({ where: { id } });

test("what append answers is what readers get", async () => {
  const streamId = await aStreamWith();
  const written = await addNote(streamId, "queue depth 1,284");
  expect(await readEntries(ctx, streamId, { after: 0, limit: 10 })).toEqual([written]);
  expect(Object.values(written.texts)).toEqual(["queue depth 1,284"]);
});

test("sixteen writers at once give numbers without gap or double", async () => {
  const streamId = await aStreamWith();
  await Promise.all(Array.from({ length: 16 }, (_, writer) => addNote(streamId, `writer ${writer}`)));
  const rows = await rowsOf(streamId);
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  expect(await headOf(streamId)).toMatchObject({ headSeq: 16, headHash: rows.at(-1)?.hash });
});

test("each hash covers the one before it and everything the entry says", async () => {
  const streamId = await aStreamWith("one", "two", "three");
  let previous = GENESIS;
  for (const row of await rowsOf(streamId)) {
    const facts = {
      ...{ streamId, seq: row.seq, kind: row.kind, version: row.version },
      actor: { kind: row.actorKind, id: row.actorId, via: row.via },
      ...{ at: row.at.toISOString(), occurredAt: null, data: JSON.parse(row.data) as unknown },
    };
    expect(row.hash).toBe(entryHash(previous, facts));
    previous = row.hash;
  }
});

test("the head is signed with the key it names", async () => {
  const streamId = await aStreamWith("one");
  const head = await headOf(streamId);
  const message = headMessage(streamId, head.headSeq, head.headHash);
  expect(head.headKeyId).toBe(ctx.signer.keyId);
  expect(isSignedBy(ctx.signer.publicKey, message, head.headSignature)).toBe(true);
  expect(isSignedBy(ctx.signer.publicKey, `${message} `, head.headSignature)).toBe(false);
});

test("words lie in a row of their own, under the digest that the entry keeps", async () => {
  const streamId = await aStreamWith("the password is hunter2");
  const [row] = await rowsOf(streamId);
  const [text] = await ctx.db.entryText.findMany({ where: { streamId } });
  expect(row?.data).not.toContain("hunter2");
  expect(text).toMatchObject({ seq: 1, text: "the password is hunter2", redactedAt: null });
  expect(row?.data).toContain(textDigest(text?.salt ?? new Uint8Array(), text?.text ?? ""));
});

test("words that PostgreSQL cannot store are kept with a visible mark", async () => {
  const streamId = await aStreamWith("a\u0000b\ud800c");
  const [entry] = await readEntries(ctx, streamId, { after: 0, limit: 1 });
  expect(Object.values(entry?.texts ?? {})).toEqual(["a\ufffdb\ufffdc"]);
});

test("times never go back within a stream, even when the clock does", async () => {
  const streamId = await aStreamWith("one");
  ctx.clock.advance(-10);
  const second = await addNote(streamId, "two");
  ctx.clock.advance(10);
  const [first] = await rowsOf(streamId);
  expect(second.at).toBe(first?.at.toISOString());
});

test("a failed transaction leaves neither entry nor text nor a moved head", async () => {
  const streamId = await aStreamWith("one");
  const failing = inTransaction(ctx, async (tx) => {
    const stream = await lockStream(tx, streamId);
    const text = newText("lost");
    const data = { text: text.ref, mentions: [] };
    await append(tx, stream, timeIn(tx, stream), { kind: "note.added", data, texts: [text] });
    throw new Error("something later went wrong");
  });
  await expect(failing).rejects.toThrow("something later");
  expect((await headOf(streamId)).headSeq).toBe(1);
  expect(await ctx.db.entryText.count({ where: { streamId } })).toBe(1);
});

test("a head that is not as locked is a conflict, never an overwrite", async () => {
  const streamId = await aStreamWith("one", "two");
  const stale = inTransaction(ctx, async (tx) => {
    const stream = { ...(await lockStream(tx, streamId)), seq: 1 };
    const data = { seq: 1 };
    await append(tx, stream, timeIn(tx, stream), { kind: "entry.pinned", data });
  });
  await expect(stale).rejects.toThrow();
  expect((await headOf(streamId)).headSeq).toBe(2);
});

test("a stream that is not there cannot be locked", async () => {
  const missing = inTransaction(ctx, (tx) => lockStream(tx, newId()));
  await expect(missing).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  ["UPDATE", "UPDATE timeline_entries SET via = 'nobody'"],
  ["DELETE", "DELETE FROM timeline_entries"],
  ["TRUNCATE", "TRUNCATE timeline_entries CASCADE"],
])("the database refuses %s on entries", async (operation, sql) => {
  const streamId = await aStreamWith("one");
  await expect(ctx.db.$executeRawUnsafe(sql)).rejects.toThrow(`append-only: ${operation} is refused`);
  expect(await rowsOf(streamId)).toHaveLength(1);
});

test("pages go both ways and take kinds and actors into account", async () => {
  const streamId = await aStreamWith("one", "two", "three");
  const seqs = async (range: Parameters<typeof readEntries>[2]) =>
    (await readEntries(ctx, streamId, range)).map((entry) => entry.seq);
  expect(await seqs({ after: 1, limit: 10 })).toEqual([2, 3]);
  expect(await seqs({ before: 3, limit: 10 })).toEqual([2, 1]);
  expect(await seqs({ before: 4, limit: 2 })).toEqual([3, 2]);
  expect(await seqs({ after: 0, limit: 10, kinds: ["log.pasted"] })).toEqual([]);
  expect(await seqs({ after: 0, limit: 10, actorId: newId() })).toEqual([]);
});

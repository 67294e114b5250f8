import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, entryHash, GENESIS, headMessage } from "../hash.rules";
import { newSigningKey, signerFrom } from "../signing";
import { uuid } from "../testing/things";
import { newText } from "../texts";
import type { Against, StoredEntry } from "./types";
import { verifyEntries } from "./verify-entries";

const signer = signerFrom(newSigningKey());
const streamId = uuid(1);

/** A stream of notes as it would be stored. */
function aChain(length: number): { rows: StoredEntry[]; against: Against } {
  const rows: StoredEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const text = newText(`note ${seq}`);
    const data = { text: text.ref, mentions: [] };
    const at = new Date(Date.UTC(2026, 2, 1, 3, seq));
    const facts = { streamId, seq, kind: "note.added", version: 1 };
    const actor = { kind: "person", id: uuid(101), via: "test" } as const;
    const hashed = { ...facts, actor, at: at.toISOString(), occurredAt: null, data };
    rows.push({
      ...{ ...facts, actorKind: actor.kind, actorId: actor.id, via: actor.via },
      ...{ at, occurredAt: null, data: canonical(data) },
      hash: entryHash(rows.at(-1)?.hash ?? GENESIS, hashed),
      texts: [{ id: text.ref.textId, salt: text.salt, text: text.value }],
    });
  }
  const hash = rows.at(-1)?.hash ?? GENESIS;
  const signature = signer.sign(headMessage(streamId, length, hash));
  const head = { streamId, seq: length, hash, signature, keyId: signer.keyId };
  return { rows, against: { head, keys: new Map([[signer.keyId, signer.publicKey]]) } };
}

/** Ways to spoil one entry, each of which must show. */
const spoilers: ((row: StoredEntry) => StoredEntry)[] = [
  (row) => ({ ...row, kind: "log.pasted" }),
  (row) => ({ ...row, version: 2 }),
  (row) => ({ ...row, actorKind: "system" }),
  (row) => ({ ...row, actorId: uuid(102) }),
  (row) => ({ ...row, via: "elsewhere" }),
  (row) => ({ ...row, at: new Date(row.at.getTime() + 1) }),
  (row) => ({ ...row, occurredAt: row.at }),
  (row) => ({ ...row, data: row.data.replace("[]", `["${uuid(103)}"]`) }),
  (row) => ({ ...row, hash: "f".repeat(64) }),
  (row) => ({ ...row, texts: [] }),
  (row) => ({ ...row, texts: row.texts.map((text) => ({ ...text, text: "other words" })) }),
  (row) => ({ ...row, texts: row.texts.map((text) => ({ ...text, salt: null, text: null })) }),
];

test("a chain as it was written verifies", () => {
  const { rows, against } = aChain(20);
  expect(verifyEntries(rows, against)).toMatchObject({ ok: true, entries: 20, problems: [], redacted: [] });
});

test("whatever is done to whichever entry shows at that entry or the one after it", () => {
  const { rows, against } = aChain(8);
  const anywhere = fc.integer({ min: 0, max: rows.length - 1 });
  fc.assert(
    fc.property(anywhere, fc.constantFrom(...spoilers), (index, spoil) => {
      const spoilt = rows.map((row, at) => (at === index ? spoil(row) : row));
      const { ok, problems } = verifyEntries(spoilt, against);
      expect(ok).toBe(false);
      expect([index + 1, index + 2]).toContain(problems[0]?.seq);
    }),
    { numRuns: 300 },
  );
});

test("taking any entries out shows, at the first that is missing", () => {
  const { rows, against } = aChain(8);
  const some = fc.subarray(rows, { maxLength: rows.length - 1 });
  fc.assert(
    fc.property(some, (left) => {
      const missing = rows.find((row) => !left.includes(row));
      expect(verifyEntries(left, against).problems[0]).toMatchObject({ seq: missing?.seq });
    }),
  );
});

test("a public key that is none is a bad signature, not a crash", () => {
  const { rows, against } = aChain(2);
  const keys = new Map([[signer.keyId, "no key"]]);
  expect(verifyEntries(rows, { ...against, keys }).problems).toEqual([{ seq: 2, what: "bad signature" }]);
});

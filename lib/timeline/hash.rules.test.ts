import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, entryHash, GENESIS, textDigest } from "./hash.rules";

const facts = {
  streamId: "00000000-0000-4000-8000-000000000001",
  seq: 1,
  kind: "entry.pinned",
  version: 1,
  actor: { kind: "system", id: null, via: "test" },
  at: "2026-03-01T03:00:00.000Z",
  occurredAt: null,
  data: { seq: 7, words: "Überlast" },
} as const;

test("the hash of a known entry stays what it was: stored chains must verify for ever", () => {
  expect(entryHash(GENESIS, facts)).toBe("7847e23be35cfaeae5b8c2ac69478585e1067ac80e05ca133171369d072fddc4");
});

test("canonical JSON sorts names, and reads back as the same text", () => {
  expect(canonical({ b: 1, a: [true, null, "é"], ä: 1e21 })).toBe('{"a":[true,null,"é"],"b":1,"ä":1e+21}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});

test("what is no JSON cannot be hashed", () => {
  expect(() => canonical(undefined)).toThrow("Only JSON");
  expect(() => canonical({ a: Number.NaN })).toThrow();
});

test.each([
  ["previous hash", () => entryHash("1".repeat(64), facts)],
  ["number", () => entryHash(GENESIS, { ...facts, seq: 2 })],
  ["actor", () => entryHash(GENESIS, { ...facts, actor: { ...facts.actor, via: "x" } })],
  ["time", () => entryHash(GENESIS, { ...facts, at: "2026-03-01T03:00:00.001Z" })],
  ["data", () => entryHash(GENESIS, { ...facts, data: { seq: 8, words: "Überlast" } })],
])("another %s gives another hash", (_what, hash) => {
  expect(hash()).not.toBe(entryHash(GENESIS, facts));
});

test("one text under two salts has two digests, so that it cannot be guessed from the chain", () => {
  expect(textDigest(new Uint8Array([1]), "yes")).not.toBe(textDigest(new Uint8Array([2]), "yes"));
});

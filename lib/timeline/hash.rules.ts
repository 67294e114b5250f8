import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { EntryActor } from "./events";

/** The hash before the first entry of a stream. */
export const GENESIS = "0".repeat(64);

/** What an entry's hash covers, besides the hash before it. */
export interface HashedFacts {
  streamId: string;
  seq: number;
  kind: string;
  version: number;
  actor: EntryActor;
  at: string;
  occurredAt: string | null;
  data: unknown;
}

/** RFC 8785 JSON: one text for one value. @throws Error for what is no JSON (undefined, NaN, a function) */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Only JSON values can be hashed");
  return text;
}

/**
 * The hash of an entry: SHA-256(previous hash + RFC 8785 JSON of the facts).
 * @param previous hex hash of the entry before, or GENESIS
 * @returns 64 hex digits
 */
export function entryHash(previous: string, facts: HashedFacts): string {
  const { streamId, seq, kind, version, actor, at, occurredAt, data } = facts;
  return sha256(previous + canonical({ streamId, seq, kind, version, actor, at, occurredAt, data }));
}

/** What the head's signature says: this stream had this hash at this length. */
export function headMessage(streamId: string, seq: number, hash: string): string {
  return canonical({ streamId, seq, hash });
}

/** @returns SHA-256 of the text's UTF-8 bytes, in hex */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The digest an entry keeps of an image: SHA-256(salt + bytes), in hex. */
export function imageDigest(salt: Uint8Array, bytes: Uint8Array): string {
  return createHash("sha256").update(salt).update(bytes).digest("hex");
}

/** The digest an entry keeps of a free text: SHA-256(salt + text), in hex. */
export function textDigest(salt: Uint8Array, text: string): string {
  return createHash("sha256").update(salt).update(text, "utf8").digest("hex");
}

import { Failure } from "@/lib/kernel/errors";
import type { NotedHead } from "./types";

/**
 * Reads a head as it is noted: `61:9f3c…`, the number and at least the first 12 digits of the hash.
 * @throws Failure `invalid` when it is none
 */
export function parseNotedHead(text: string): NotedHead {
  const [, seq, hash] = /^([1-9]\d{0,8}):([0-9a-f]{12,64})$/i.exec(text.trim()) ?? [];
  if (!seq || !hash) {
    throw new Failure("invalid", "A noted head looks like 61:9f3c41d07be2: number, colon, hash.");
  }
  return { seq: Number(seq), hash };
}

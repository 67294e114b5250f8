import { z } from "zod";
import { entryDto } from "@/lib/incidents/dto";
import { id, moment } from "@/lib/timeline/events/common";

const seq = z.int().positive();

/** One page of a timeline, with what later entries say about it. */
export const entriesDto = z.object({
  /** Newest first. */
  entries: z.array(entryDto),
  /** Give it as `before` for older ones; null: there are none. */
  nextBefore: seq.nullable(),
  /** Give it as `after` for newer ones; null: there were none. */
  nextAfter: seq.nullable(),
  /** The entry that `around` or `at` asked for. */
  found: seq.nullable(),
  marks: z.object({
    /** Entries that correct words or times of those in this page, oldest first. */
    corrections: z.array(entryDto),
    /** Everything pinned in this incident now. */
    pins: z.array(seq),
  }),
});
export type EntriesDto = z.infer<typeof entriesDto>;

export const verificationDto = z.object({
  ok: z.boolean(),
  entries: z.int().nonnegative(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  problems: z.array(
    z.object({
      seq: z.int(),
      what: z.enum([
        "altered",
        "removed",
        "cut off",
        "added",
        "text altered",
        "summary altered",
        "bad signature",
        "unknown key",
      ]),
    }),
  ),
  redacted: z.array(z.object({ seq, by: id.nullable(), at: moment })),
});
export type VerificationDto = z.infer<typeof verificationDto>;

/** Oldest first. */
export const signingKeysDto = z.object({
  keys: z.array(
    z.object({
      id: z.string(),
      /** Ed25519, SPKI, PEM. */
      publicKey: z.string(),
      createdAt: moment,
    }),
  ),
});
export type SigningKeysDto = z.infer<typeof signingKeysDto>;

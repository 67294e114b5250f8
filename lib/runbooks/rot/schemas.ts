import { z } from "zod";
import { moment } from "@/lib/timeline/events/common";

const count = z.int().positive();

/** Why a runbook needs care: facts, so that the words can be made when somebody reads them. */
export const rotReason = z.discriminatedUnion("kind", [
  /** Null: never, and it is here since `since`. */
  z.object({ kind: z.literal("not_walked"), at: moment.nullable(), since: moment }),
  z.object({ kind: z.literal("newer_not_walked"), number: z.int(), publishedAt: moment }),
  z.object({ kind: z.literal("no_owner") }),
  z.object({ kind: z.literal("owner_gone") }),
  /** A day. */
  z.object({ kind: z.literal("review_overdue"), by: z.iso.date() }),
  z.object({ kind: z.literal("never_done"), count, steps: z.array(z.string()) }),
  z.object({ kind: z.literal("dead_links"), count, urls: z.array(z.string()) }),
  z.object({ kind: z.literal("mis_decoded"), count }),
  z.object({ kind: z.literal("unclosed_code"), count }),
  z.object({ kind: z.literal("no_steps") }),
]);
export type RotReason = z.infer<typeof rotReason>;

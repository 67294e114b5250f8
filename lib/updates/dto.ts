import { z } from "zod";
import { id, incidentStatus, moment, slotOutcome } from "@/lib/timeline/events/common";
import type { DraftItem } from "./draft-body.rules";
import { draftBody } from "./schemas";

/** Null: redacted. */
const words = z.string().nullable();

export const updateDto = z.object({
  number: z.int().positive(),
  seq: z.int().positive(),
  postedById: id.nullable(),
  postedAt: moment,
  dueAt: moment.nullable(),
  outcome: slotOutcome.nullable(),
  status: incidentStatus,
  final: z.boolean(),
  current: words,
  progress: words,
  blockers: words,
  nextMinutes: z.int().nullable(),
  corrections: z.array(z.object({ seq: z.int(), byId: id.nullable(), at: moment, text: words })),
});
export const updatesDto = z.object({ updates: z.array(updateDto) });
export type UpdatesDto = z.infer<typeof updatesDto>;

export const savedDraftDto = z.object({
  body: draftBody,
  rev: z.int().positive(),
  savedById: id,
  savedAt: moment,
});
export type SavedDraftDto = z.infer<typeof savedDraftDto>;

/** The answer to saving: it is kept for a retry, so it holds no words. */
export const keptDraftDto = savedDraftDto.omit({ body: true });
export type KeptDraftDto = z.infer<typeof keptDraftDto>;

const draftItem = z.object({
  seq: z.int().positive(),
  seqs: z.array(z.int().positive()),
  at: moment,
  sentence: z.string(),
  text: z.string(),
  field: z.enum(["current", "progress", "blockers"]),
  drafted: z.boolean(),
  overtaken: z.boolean(),
  group: z.object({ lead: z.string(), part: z.string(), first: z.boolean() }).nullable(),
}) satisfies z.ZodType<DraftItem>;

/** What the composer begins with. */
export const draftDto = z.object({
  /** The update that comes next. */
  number: z.int().positive(),
  /** The newest entry that was looked at. */
  seq: z.int(),
  /** When the last update was drafted, or the incident declared: what came after is drafted from. */
  since: moment,
  saved: savedDraftDto.nullable(),
  /** What the timeline alone would give. */
  fresh: draftBody,
  /** Everything since then that could be said, oldest first. */
  items: z.array(draftItem),
});
export type DraftDto = z.infer<typeof draftDto>;

export const deliveryDto = z.object({
  id,
  seq: z.int().nullable(),
  /** The update it carries, or corrects. */
  number: z.int().nullable(),
  correction: z.boolean(),
  webhookId: id,
  webhookName: z.string(),
  /** Then it cannot be tried again. */
  webhookRemoved: z.boolean(),
  state: z.enum(["pending", "delivered", "abandoned"]),
  attempts: z.int(),
  createdAt: moment,
  /** When it is tried next; null once it is over. */
  nextAttemptAt: moment.nullable(),
  endedAt: moment.nullable(),
  lastError: z.string().nullable(),
  /** How long the last try took, in milliseconds. */
  lastMs: z.int().nullable(),
});
export const deliveriesDto = z.object({ deliveries: z.array(deliveryDto) });
export type DeliveryDto = z.infer<typeof deliveryDto>;
export type DeliveriesDto = z.infer<typeof deliveriesDto>;

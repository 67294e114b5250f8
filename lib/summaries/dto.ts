import { z } from "zod";
import { entryDto } from "@/lib/incidents/dto";
import { incidentStatus, id, moment, severity } from "@/lib/timeline/events/common";
import type { Block } from "@/lib/runbooks/parse/types";
import { partNames, summaryBody, type PartName } from "./schemas";

export const summaryStateDto = z.enum(["draft", "in_review", "returned", "signed_off"]);

export const savedDto = z.object({ version: z.int(), sha256: z.string(), entries: z.array(entryDto) });
export type SavedDto = z.infer<typeof savedDto>;

const prose = z.object(
  Object.fromEntries(partNames.map((name) => [name, z.array(z.object({ type: z.string() }).loose())])),
) as unknown as z.ZodType<Record<PartName, Block[]>>;

export const summaryDto = z.object({
  id,
  incidentId: id,
  incidentKey: z.string(),
  incidentStatus,
  state: summaryStateDto,
  stateSince: moment,
  reviewDueAt: moment,
  version: z.int(),
  sha256: z.string(),
  savedAt: moment,
  body: summaryBody,
  /** The parts of `body` as the Markdown they are; its shape is lib/runbooks/parse/schema.tree.ts. */
  prose,
  /** The version whose sign-off holds. */
  signedVersion: z.int().nullable(),
  authorIds: z.array(id),
  versions: z.array(
    z.object({
      number: z.int(),
      authorId: id.nullable(),
      savedAt: moment,
      submittedAt: moment.nullable(),
      sha256: z.string(),
      /** By whom words in it were redacted last, and the hash that it had before the first time. */
      redacted: z.object({ byId: id.nullable(), at: moment, before: z.string() }).nullable(),
    }),
  ),
  decisions: z.array(
    z.object({
      version: z.int(),
      kind: z.enum(["signed_off", "returned"]),
      personId: id,
      at: moment,
      comment: z.string().nullable(),
      voidedAt: moment.nullable(),
    }),
  ),
  /** Whether any active manager wrote none of it, so that somebody can decide. */
  hasReviewer: z.boolean(),
});
export type SummaryDto = z.infer<typeof summaryDto>;

export const reviewRowDto = z.object({
  incidentKey: z.string(),
  title: z.string(),
  severity,
  state: summaryStateDto,
  version: z.int(),
  stateSince: moment,
  resolvedAt: moment.nullable(),
  reviewDueAt: moment,
  authorIds: z.array(id),
  commanderId: id.nullable(),
});
export type ReviewRow = z.infer<typeof reviewRowDto>;
export const reviewPageDto = z.object({ reviews: z.array(reviewRowDto), next: z.string().nullable() });
export type ReviewPageDto = z.infer<typeof reviewPageDto>;

import { z } from "zod";
import { gate, id, incidentStatus, moment, severity, slotOutcome } from "@/lib/timeline/events/common";

/** What people write, part by part. Plain text with Markdown's habits; never HTML. */
export const partNames = ["impact", "rootCause", "remediation", "wentWell"] as const;
export const partName = z.enum(partNames);
export type PartName = z.infer<typeof partName>;

const part = z.string().max(20_000, "Keep a part under 20,000 characters.");
export const parts = z.object({ impact: part, rootCause: part, remediation: part, wentWell: part });
export type Parts = z.infer<typeof parts>;

const seq = z.int().positive();

/** What the console derives from the timeline. Ids, never names; each fact with the entry it comes from. */
export const derived = z.object({
  /** The newest entry it was made from. */
  seq: z.int(),
  /** The stream's hash at that entry. */
  head: z.string(),
  title: z.string(),
  severity,
  environmentId: id,
  serviceIds: z.array(id),
  commanderId: id.nullable(),
  keyTimes: z.object({
    startedAt: moment.nullable(),
    detectedAt: moment.nullable(),
    declaredAt: moment,
    acknowledgedAt: moment.nullable(),
    mitigatedAt: moment.nullable(),
    resolvedAt: moment.nullable(),
  }),
  /** How long it was in each status, in order. */
  phases: z.array(z.object({ status: incidentStatus, from: moment, to: moment, seq })),
  /** Entries that tell the story: status, command, updates, criteria, steps, pinned notes. */
  story: z.array(seq),
  updates: z.array(
    z.object({
      number: z.int(),
      seq,
      postedAt: moment,
      dueAt: moment.nullable(),
      outcome: slotOutcome.nullable(),
    }),
  ),
  punctuality: z.object({ onTime: z.int(), late: z.int(), missed: z.int() }),
  participants: z.array(
    z.object({
      personId: id,
      role: z.string(),
      /** When they had command; `to` null: to the end. Versions from before this was kept have none. */
      commanded: z.array(z.object({ from: moment, to: moment.nullable(), seq })).optional(),
    }),
  ),
  steps: z.array(
    z.object({
      itemId: id,
      state: z.enum(["skipped", "failed", "not_applicable", "blocked"]),
      reason: z.string().nullable(),
      seq,
    }),
  ),
  /** Steps that nobody began, or ended. Versions from before these were kept have none: their hash holds. */
  open: z
    .array(z.object({ checklistId: id, itemId: id, state: z.enum(["todo", "in_progress"]), seq }))
    .optional(),
  criteria: z.array(
    z.object({
      text: z.string(),
      gate,
      state: z.enum(["open", "met", "waived"]),
      byId: id.nullable(),
      reason: z.string().nullable(),
      seq: seq.nullable(),
    }),
  ),
});
export type Derived = z.infer<typeof derived>;

export const followUpKind = z.enum(["prevent", "detect", "mitigate", "process"]);
export const followUpSnapshot = z.object({
  number: z.int(),
  title: z.string(),
  kind: followUpKind,
  ownerId: id.nullable(),
  dueOn: z.iso.date().nullable(),
});

/** A version's whole content: what a sign-off is bound to. */
export const summaryBody = z.object({ parts, derived, followUps: z.array(followUpSnapshot) });
export type SummaryBody = z.infer<typeof summaryBody>;

export const savePartInput = z.object({
  part: partName,
  text: part,
  /** The text that the person began from: if it is another by now, somebody else was there. */
  base: part,
});
export type SavePartInput = z.output<typeof savePartInput>;

export const decisionInput = z.object({
  /** The version that was read, and its hash: nothing else is decided on. */
  version: z.int().positive(),
  sha256: z.string().length(64),
  comment: z.string().trim().max(5_000).nullable().default(null),
});
export type DecisionInput = z.output<typeof decisionInput>;

const followUp = {
  title: z.string().trim().min(1, "Say what is to be done.").max(300),
  kind: followUpKind,
  ownerId: id.nullable(),
  dueOn: z.iso.date().nullable(),
};
export const newFollowUpInput = z.object({
  ...followUp,
  ownerId: followUp.ownerId.default(null),
  dueOn: followUp.dueOn.default(null),
});
export const changeFollowUpInput = z.object(followUp).partial();
export const endFollowUpInput = z.object({
  state: z.enum(["open", "done", "dropped"]),
  reason: z.string().trim().max(2_000).nullable().default(null),
});

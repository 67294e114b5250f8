import { z } from "zod";
import { incidentRow } from "@/lib/incidents/row.dto";
import { id, moment, stepState } from "@/lib/timeline/events/common";

/** A step that is mine, or waits for a second person where I take part, in an incident that runs. */
export const myStepDto = z.object({
  itemId: id,
  incidentKey: z.string(),
  title: z.string(),
  checklist: z.string().nullable(),
  state: stepState,
  /** Another person did it where I take part, and it waits for a second one. */
  confirms: z.boolean(),
  /** Since when it is in this state; null when nobody has touched it. */
  since: moment.nullable(),
  /** What it is blocked by. */
  reason: z.string().nullable(),
});
export const myStepsDto = z.object({ steps: z.array(myStepDto) });
export type MyStep = z.infer<typeof myStepDto>;

/** A summary that waits for me: to be written, to be put right, or to be read and decided on. */
export const myReviewDto = z.object({
  incidentKey: z.string(),
  title: z.string(),
  kind: z.enum(["to_write", "returned", "to_review"]),
  authorIds: z.array(id),
  dueAt: moment,
});
export type MyReview = z.infer<typeof myReviewDto>;

/** A note that mentions me, in a room where I have not been since. */
export const myMentionDto = z.object({
  incidentKey: z.string(),
  /** The note's entry. */
  seq: z.int(),
  byId: id.nullable(),
  at: moment,
  text: z.string(),
});
export type MyMention = z.infer<typeof myMentionDto>;

/** Whether an entry is put away now: it concerns me no more. */
export const dismissedDto = z.object({ dismissed: z.boolean() });

export const myFollowUpDto = z.object({
  id,
  incidentKey: z.string(),
  title: z.string(),
  /** A day, YYYY-MM-DD. */
  dueOn: z.iso.date().nullable(),
});
export type MyFollowUp = z.infer<typeof myFollowUpDto>;

/** Everything "My day" shows. */
export const dayDto = z.object({
  /** The open incidents, what needs attention first: mine all of them, others up to a limit. */
  open: z.array(incidentRow),
  openCount: z.int(),
  steps: z.array(myStepDto),
  mentions: z.array(myMentionDto),
  reviews: z.array(myReviewDto),
  followUps: z.array(myFollowUpDto),
  /** What has been done of getting ready. */
  ready: z.object({ runbook: z.boolean(), people: z.boolean(), drill: z.boolean(), incident: z.boolean() }),
});
export type DayDto = z.infer<typeof dayDto>;

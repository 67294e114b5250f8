import { z } from "zod";
import { answer, gate, helped, id, stepNeeds, stepState, waivable } from "@/lib/timeline/events/common";
import { instant } from "@/lib/incidents/schemas";
import { MOST_MINUTES } from "./time-box.rules";

const words = (what: string, most = 2_000) =>
  z
    .string()
    .trim()
    .min(1, `Write ${what}.`)
    .max(most, `Keep ${what} under ${most.toLocaleString("en")} characters.`);

export const startInput = z.object({
  runbookVersionId: id,
  /** Which sections; absent: every section with steps. */
  sectionKeys: z.array(z.string()).min(1).max(200).optional(),
});
export type StartInput = z.output<typeof startInput>;

export const switchInput = z.object({
  /** Newer or older; of the same runbook. */
  runbookVersionId: id,
  /** The version the person saw it at: if it is another by now, somebody was first. */
  expected: id,
  /** Steps that are the same in other words, as the person says: keys in the version before and in this one. */
  reworded: z
    .array(z.object({ from: z.string().max(100), to: z.string().max(100) }))
    .max(200)
    .default([]),
  /** Keys of exit criteria of this version that the incident should get, too. */
  criteria: z.array(z.string().max(100)).max(200).default([]),
});
export type SwitchInput = z.output<typeof switchInput>;

export const ownChecklistInput = z.object({
  title: words("a title", 200),
  steps: z.array(words("the step", 500)).max(100).default([]),
});

export const stepStateInput = z.object({
  state: stepState,
  /** The state the person saw: if it is another by now, somebody was first. */
  expected: stepState,
  /** Reason of a skip or a block, note of a failure; may come with the others. */
  note: z.string().trim().max(20_000).nullable().default(null),
  /** When it was done, if that was not now (a tick that was made without a connection). */
  occurredAt: instant.nullable().default(null),
  /** Whose tick this one confirms, where a second person is needed; absent: it is the first tick. */
  confirms: id.nullable().optional(),
  /** What the step needs and is done without: only by who has command or their deputy, with a note that says why. */
  without: z.array(waivable).max(2).optional(),
  /** Who had brought it into that state, as the person saw; absent: not asked. */
  expectedById: id.nullable().optional(),
  /** If somebody was first: refuse it (as when absent), or keep it beside what they did. */
  whenSecond: z.enum(["refuse", "keep"]).optional(),
});
export type StepStateInput = z.output<typeof stepStateInput>;

export const answerInput = z.object({
  /** One of the ways on from the question; null takes an answer back. */
  answer: answer.nullable(),
  /** The answer the person saw: if it is another by now, somebody was first. */
  expected: answer.nullable(),
  note: z.string().trim().max(20_000).nullable().default(null),
  occurredAt: instant.nullable().default(null),
});
export type AnswerInput = z.output<typeof answerInput>;

export const placeholderInput = z.object({
  /** As it stands between its brackets: run_id. */
  name: words("the name of the gap", 100),
  value: words("what to fill in", 500),
  /** Id of the text that the person saw there; null: nothing. */
  expected: id.nullable(),
  /** When it was filled in, if that was not now. */
  occurredAt: instant.nullable().optional(),
});
export type PlaceholderInput = z.output<typeof placeholderInput>;

export const ratingInput = z.object({
  helped,
  /** What the person saw there; null: nothing yet. */
  expected: helped.nullable(),
});
export type RatingInput = z.output<typeof ratingInput>;

export const assigneeInput = z.object({
  personId: id.nullable(),
  /** Who had it as far as the person saw; without it, whoever has it. */
  expectedId: id.nullable().optional(),
});

export const remarkInput = z.object({
  kind: z.enum(["comment", "evidence"]),
  text: words("something", 20_000),
  /** When it was written, if that was not now. */
  occurredAt: instant.nullable().optional(),
});
export type RemarkInput = z.output<typeof remarkInput>;

/** An image may also be sent as it is, with what it shows in a header. */
export const imageInput = z.object({
  imageBase64: z.string(),
  description: z.string().trim().max(500, "Keep what it shows under 500 characters.").default(""),
});

export const checkInput = z.object({
  kind: z.enum(["http", "query"]),
  /** As the runbook has it, gaps unfilled. */
  check: z.string().min(1).max(20_000),
  targetId: id,
});
export type CheckInput = z.output<typeof checkInput>;

export const newStepInput = z.object({
  title: words("what to do", 500),
  /** The step it comes after; absent: at the end. */
  afterId: id.nullable().default(null),
  needs: stepNeeds
    .extend({ minutes: z.int().positive().max(MOST_MINUTES).nullable() })
    .partial()
    .default({}),
});
export type NewStepInput = z.output<typeof newStepInput>;

export const timeBoxInput = z.object({
  /** Null: the whole checklist. */
  itemId: id.nullable().default(null),
});

export const extensionInput = z.object({
  minutes: z.int().positive().max(MOST_MINUTES),
  /** When the timer ran out as the person saw it: if it is another time by now, somebody was first. */
  expected: instant,
  reason: words("why it takes longer"),
});
export type ExtensionInput = z.output<typeof extensionInput>;

export const stopInput = z.object({ reason: words("why it is stopped") });

export const newCriterionInput = z.object({
  text: words("what must hold", 500),
  gate: gate.default("resolved"),
});

export const criterionStateInput = z.object({
  state: z.enum(["open", "met", "waived"]),
  expected: z.enum(["open", "met", "waived"]),
  note: z.string().trim().max(2_000).nullable().default(null),
});
export type CriterionStateInput = z.output<typeof criterionStateInput>;

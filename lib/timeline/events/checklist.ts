import { z } from "zod";
import {
  answer,
  gate,
  helped,
  id,
  imageFacts,
  itemKind,
  moment,
  stepNeeds,
  stepState,
  textRef,
  waivable,
} from "./common";

const item = z.strictObject({
  id,
  kind: itemKind.default("step"),
  stepKey: z.string().nullable(),
  title: textRef.nullable(),
  parentId: id.nullable(),
  group: z.string().nullable(),
  branch: z.string().nullable(),
  round: z.int().positive(),
  /** Only of a step added by hand: others have it in their runbook. */
  needs: stepNeeds.optional(),
});

/** A section in one version of a runbook, as one parser version reads it. */
const pin = z.strictObject({
  runbookVersionId: id,
  number: z.int().positive(),
  parserVersion: z.int().positive(),
  sectionKey: z.string(),
});

const step = { checklistId: id, itemId: id };
const move = { ...step, from: stepState };
/** What the tick was made without though the step needs it; the note then says why. */
const without = z.array(waivable).min(1).optional();

/** Walking: checklists, their steps, and the exit criteria. */
export const checklistEvents = {
  "checklist.started": z.strictObject({
    checklistId: id,
    runbookId: id.nullable(),
    runbookVersionId: id.nullable(),
    parserVersion: z.int().nullable(),
    sectionKey: z.string().nullable(),
    title: textRef.nullable(),
    /** What the runbook asks of the clock, in minutes; null: nothing. */
    cadenceMinutes: z.int().positive().nullable(),
    items: z.array(item),
  }),
  /** Another version of the same section: what is in it has its facts there, and its state stays. */
  "checklist.switched": z.strictObject({
    checklistId: id,
    runbookId: id,
    from: pin,
    to: pin,
    cadenceMinutes: z.int().positive().nullable(),
    /** As they are in `to`; an answer leads to a node of `to`. */
    kept: z.array(item.extend({ answer: answer.nullable() })),
    /** Those of `kept` that have other words, and a person said that they are the same. */
    reworded: z.array(id),
    added: z.array(item),
    /** Not in `to`: begun by somebody, and not. */
    left: z.array(id),
    dropped: z.array(id),
    /** Every item, as it stands now. */
    order: z.array(id),
  }),
  "step.added": z.strictObject({ checklistId: id, item, position: z.int().nonnegative() }),

  "step.assigned": z.strictObject({ ...step, from: id.nullable(), to: id.nullable() }),
  /** In progress, by `by`. */
  "step.taken": z.strictObject({ ...move, by: id.nullable() }),
  /** `confirms`: the person whose tick a second one confirmed by this. */
  "step.done": z.strictObject({ ...move, note: textRef.nullable(), without, confirms: id.optional() }),
  /** Ticked; in progress until somebody else confirms it. */
  "step.confirmation_asked": z.strictObject({ ...move, note: textRef.nullable(), without }),
  /** Back to "to do". */
  "step.unticked": z.strictObject(move),
  "step.skipped": z.strictObject({ ...move, reason: textRef }),
  "step.failed": z.strictObject({ ...move, note: textRef }),
  "step.blocked": z.strictObject({ ...move, reason: textRef }),
  "step.unblocked": z.strictObject(move),
  "step.marked_not_applicable": z.strictObject({ ...move, reason: textRef.nullable() }),
  "step.commented": z.strictObject({ ...step, remarkId: id, text: textRef }),
  "step.evidence_added": z.strictObject({ ...step, remarkId: id, text: textRef }),
  /** Somebody acted on a step that another had moved meanwhile: `was` stays, and what they did is kept beside it. */
  "step.acted_second": z.strictObject({
    ...step,
    actId: id,
    was: stepState,
    did: stepState,
    /** Who had brought it there, and when. */
    first: z.strictObject({ personId: id.nullable(), at: moment.nullable() }),
    note: textRef.nullable(),
  }),
  /** A check of the step was run; `passed` is null where nothing says what to expect. */
  "step.checked": z.strictObject({
    ...step,
    kind: z.enum(["http", "query"]),
    /** As the version of the runbook has it, gaps unfilled; `#0` and no version of those before version 2. */
    check: z.string(),
    runbookVersionId: id.nullable(),
    /** The texts that filled its gaps: where one is redacted, `request` and `output` are. Null: not known. */
    filled: z.array(id).nullable(),
    targetId: id,
    request: textRef,
    output: textRef,
    status: z.int().nullable(),
    ms: z.int().nonnegative(),
    passed: z.boolean().nullable(),
  }),
  /** Answered, answered otherwise, or taken back. */
  /** `text` says what the image shows; redacting it takes the image, too. */
  "step.image_added": z.strictObject({ ...step, remarkId: id, text: textRef, image: imageFacts }),
  "decision.answered": z.strictObject({
    ...step,
    from: answer.nullable(),
    to: answer.nullable(),
    round: z.int().positive(),
    note: textRef.nullable(),
    /** Items of the way chosen before: those that nobody had begun go, the others stay on record. */
    dropped: z.array(id),
    left: z.array(id),
    /** The way chosen now, up to the next question; they stand from `position` on. */
    items: z.array(item),
    position: z.int().nonnegative(),
  }),

  /** A gap of commands (`<run_id>`), for every step of the incident; `before` is the text that stood there. */
  "placeholder.filled": z.strictObject({ name: z.string(), value: textRef, before: id.nullable() }),

  /** Whether a runbook helped, as somebody said; `from` is what was said before. */
  "runbook.rated": z.strictObject({
    runbookId: id,
    runbookVersionId: id,
    from: helped.nullable(),
    to: helped,
  }),

  "criterion.added": z.strictObject({
    criterionId: id,
    runbookVersionId: id.nullable(),
    gate,
    bySignOff: z.boolean(),
    text: textRef,
    position: z.int().nonnegative(),
  }),
  "criterion.met": z.strictObject({ criterionId: id, note: textRef.nullable() }),
  "criterion.waived": z.strictObject({ criterionId: id, reason: textRef }),
  /** Met or waived before, open again. */
  "criterion.reopened": z.strictObject({ criterionId: id, reason: textRef.nullable() }),
} as const;

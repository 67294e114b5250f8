import { z } from "zod";
import { choiceSchema } from "./choices";
import { editSchema } from "./edits";
import {
  commandSchema,
  contactSchema,
  escalationRowSchema,
  httpCheckSchema,
  lineRangeSchema,
  metadataSchema,
  triggerSchema,
} from "./schema.facts";
import { decisionSchema, flowchartSchema, flowSchema } from "./schema.flow";
import { blockSchema, inlineSchema } from "./schema.tree";

export * from "./schema.facts";
export * from "./schema.flow";

const inlines = z.array(inlineSchema);
const lines = lineRangeSchema;

/** What to expect, or what to do when it fails. */
export const stepFieldSchema = z.object({ text: z.string(), inlines, lines });

export const stepSchema = z.object({
  type: z.literal("step"),
  /** Content-based: the same in a later version of the document while section and text stay. */
  key: z.string(),
  /** The step that this one is a part of. */
  parentKey: z.string().nullable(),
  /** The group label above it, in the same section. */
  groupKey: z.string().nullable(),
  /** Steps with the same choice key are alternatives: one is enough, in no order. */
  choiceKey: z.string().nullable(),
  /** 0 for a step of the section, 1 for its parts, … */
  depth: z.number().int(),
  /** The bold words that lead the text in, without their colon. */
  title: z.string().nullable(),
  /** The whole text (title included), one line, without markup. */
  text: z.string(),
  inlines,
  origin: z.enum(["ordered", "task", "bullet", "fence", "paragraph", "chart"]),
  /** Ticked in the source; null when it is no task-list item. */
  checked: z.boolean().nullable(),
  /** "if …", "when …": when this step is called for. */
  condition: z.string().nullable(),
  expect: stepFieldSchema.nullable(),
  ifFails: stepFieldSchema.nullable(),
  timeBoxMinutes: z.number().nullable(),
  /** Its text says that somebody else must confirm it. */
  needsSecondPerson: z.boolean().default(false),
  /** Its text says that what came out must be kept. */
  needsEvidence: z.boolean().default(false),
  commands: z.array(commandSchema),
  http: z.array(httpCheckSchema),
  /** What stands below the text: paragraphs, code, tables. */
  details: z.array(blockSchema),
  lines,
});

export const groupSchema = z.object({
  type: z.literal("group"),
  key: z.string(),
  label: z.string(),
  inlines,
  lines,
});

export const criterionSchema = z.object({
  type: z.literal("criterion"),
  key: z.string(),
  text: z.string(),
  inlines,
  /** Proposed: what it holds back. */
  gate: z.enum(["resolved", "closed"]),
  details: z.array(blockSchema),
  lines,
});

export const noteSchema = z.object({ type: z.literal("note"), block: blockSchema });

export const sectionItemSchema = z.discriminatedUnion("type", [
  stepSchema,
  groupSchema,
  criterionSchema,
  noteSchema,
]);

/**
 * `options`: every step is an alternative. `flow`: nothing but a flowchart to walk. `notes`: nothing to tick.
 * A section of steps may have a flow beside them.
 */
export const sectionKindSchema = z.enum(["steps", "options", "exit_criteria", "flow", "notes"]);

export const sectionSchema = z.object({
  key: z.string(),
  parentKey: z.string().nullable(),
  /** 1–6 as the heading; 0 for what stands before the first heading. */
  level: z.number().int(),
  title: z.string(),
  inlines,
  kind: sectionKindSchema,
  /** "First Five Minutes" → 5. */
  timeBoxMinutes: z.number().nullable(),
  /** Everything of this section in the order of the source, without its subsections. */
  items: z.array(sectionItemSchema),
  /** Its flowchart, when that is to be walked. The chart stands among the items, too, as code. */
  flow: flowSchema.nullable().default(null),
  /** From the heading to the line before the next one. */
  lines,
});

export const notImportedSchema = z.object({
  reason: z.enum(["machine_written", "table_of_contents", "front_matter"]),
  lines,
});

export const lineUseSchema = z.object({
  use: z.enum([
    "title",
    "metadata",
    "section",
    "group",
    "step",
    "criterion",
    "note",
    "code",
    "table",
    "not_imported",
  ]),
  /** Key of the section, group, step or criterion, when it has one. */
  key: z.string().nullable(),
  lines,
});

export const findingCodeSchema = z.enum([
  "replaced-character",
  "mojibake",
  "unclosed-fence",
  "machine-written",
  "front-matter",
  "no-title",
  "empty",
  "notes-only",
  "section-notes-only",
  "ways-in-text",
  "index-document",
  "dangerous-command",
  "too-complex",
  "too-large",
  "leftover-text",
  "choice-unmet",
  "branch-unlinked",
]);

export const findingSchema = z.object({
  line: z.number().int(),
  code: findingCodeSchema,
  /** `notice` is worth knowing; `warning` asks for a look at the document. */
  level: z.enum(["notice", "warning"]),
  message: z.string(),
  /** What the text should probably say, when a repair can be offered. Nothing was changed. */
  repair: z.string().nullable(),
  /** The same as a change to the source (see edits.ts). */
  edit: editSchema.nullable().default(null),
  /** Choices that would answer it, best first; taking one up is a person's decision. */
  offers: z.array(choiceSchema).default([]),
});

/** A parsed runbook as it is stored. Parse stored JSON with this again. */
export const parsedRunbookSchema = z.object({
  parserVersion: z.number().int(),
  title: z.string(),
  /** Null when the title comes from front matter or the file name. */
  titleLine: z.number().int().nullable(),
  metadata: z.array(metadataSchema),
  sections: z.array(sectionSchema),
  triggers: z.array(triggerSchema),
  escalation: z.array(escalationRowSchema),
  contacts: z.array(contactSchema),
  flowcharts: z.array(flowchartSchema),
  decisions: z.array(decisionSchema),
  cadenceMinutes: z.number().nullable(),
  cadenceLine: z.number().int().nullable(),
  /** Of the source: `total` counts lines that are not blank; `accounted` includes `notImported`. */
  lines: z.object({
    total: z.number().int(),
    accounted: z.number().int(),
    notImported: z.number().int(),
  }),
  notImported: z.array(notImportedSchema),
  /** What each line became, as runs without overlap, for a view of source and result side by side. */
  lineUses: z.array(lineUseSchema),
  findings: z.array(findingSchema),
});

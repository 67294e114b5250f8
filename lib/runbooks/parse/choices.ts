import { z } from "zod";
import { linkTargetSchema } from "./schema.flow";

const line = z.number().int().positive();

/**
 * What the piece that begins on a line is: a list item with all below it, a paragraph, a code block, a flowchart
 * (`step` walks it, `note` only shows it), or a heading, which speaks for the lists directly below it.
 * `alternative` and `sequence` say it of the whole list that the item is in.
 */
export const roleChoiceSchema = z.object({
  kind: z.literal("role"),
  line,
  as: z.enum(["step", "note", "group", "criterion", "alternative", "sequence"]),
});

/** Where a branch of a decision leads besides its node. */
export const linkChoiceSchema = z.object({
  kind: z.literal("link"),
  /** Line of the decision's node. */
  decisionLine: line,
  /** Node (or step) that the branch leads to. */
  targetId: z.string().max(200),
  to: linkTargetSchema.refine(
    (to) => to.runbookSlug !== null || to.sectionKey !== null,
    "Name a section or a runbook.",
  ),
});

/** A flowchart, named by its first line, that is neither drawn nor walked: it stays code. */
export const hideChartChoiceSchema = z.object({ kind: z.literal("hideChart"), line });

export const choiceSchema = z.discriminatedUnion("kind", [
  roleChoiceSchema,
  linkChoiceSchema,
  hideChartChoiceSchema,
]);

const MAX_CHOICES = 5_000;

/**
 * What a person changed about how a version's source is read. Lines count from 1 in that source. Of two choices
 * about the same thing the later counts.
 */
export const choicesSchema = z.array(choiceSchema).max(MAX_CHOICES);

export type Choice = z.infer<typeof choiceSchema>;
export type RoleChoice = z.infer<typeof roleChoiceSchema>;
export type LinkChoice = z.infer<typeof linkChoiceSchema>;

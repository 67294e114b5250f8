import { z } from "zod";
import { commandSchema, httpCheckSchema, lineRangeSchema, placeholderSchema } from "./schema.facts";
import { inlineSchema } from "./schema.tree";

/** A Mermaid flowchart as it is drawn. */
export const flowchartSchema = z.object({
  sectionKey: z.string(),
  lines: lineRangeSchema,
  nodes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      shape: z.enum(["box", "decision", "round", "other"]),
      line: z.number().int(),
    }),
  ),
  edges: z.array(
    z.object({ from: z.string(), to: z.string(), label: z.string().nullable(), line: z.number().int() }),
  ),
});

/** Where a branch leads besides its node, by a person's choice: a section of this runbook, or another runbook. */
export const linkTargetSchema = z.object({
  /** Null: this runbook. */
  runbookSlug: z.string().nullable(),
  /** Null: the whole of the other runbook. */
  sectionKey: z.string().nullable(),
});

export const decisionSchema = z.object({
  key: z.string(),
  sectionKey: z.string(),
  question: z.string(),
  /** The node in its flowchart. */
  nodeId: z.string(),
  line: z.number().int(),
  branches: z.array(
    z.object({
      label: z.string().nullable(),
      /** Text of the node that it leads to. */
      target: z.string(),
      targetId: z.string(),
      /** The question comes up again on this way. */
      loop: z.boolean(),
      link: linkTargetSchema.nullable().default(null),
      line: z.number().int(),
    }),
  ),
});

/**
 * What a node is for who walks the chart: a `decision` has two or more ways on, an `end` has none. The label of
 * an end may still be something to do.
 */
export const flowNodeKindSchema = z.enum(["step", "decision", "end"]);

export const flowNodeSchema = z.object({
  /** Content-based, as the keys of steps are. */
  key: z.string(),
  /** Its name in the chart. */
  id: z.string(),
  label: z.string(),
  inlines: z.array(inlineSchema),
  kind: flowNodeKindSchema,
  commands: z.array(commandSchema),
  http: z.array(httpCheckSchema),
  /** Gaps in the label; ranges count in `label`. */
  placeholders: z.array(placeholderSchema),
  line: z.number().int(),
});

export const flowEdgeSchema = z.object({
  from: z.string(),
  to: z.string(),
  label: z.string().nullable(),
  /** It leads back to a node on the way from the entry to here. Without these edges no way goes round. */
  loop: z.boolean(),
  link: linkTargetSchema.nullable().default(null),
  line: z.number().int(),
});

/** A flowchart that can be walked. Nodes and edges stand in the order of the source. */
export const flowSchema = z.object({
  lines: lineRangeSchema,
  nodes: z.array(flowNodeSchema),
  edges: z.array(flowEdgeSchema),
  /** Where a walk begins: every node can be reached from one of them. */
  entryIds: z.array(z.string()),
  /** Nodes in which ways meet again, loops aside: walked once. */
  joins: z.array(z.string()),
});

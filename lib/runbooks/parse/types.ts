import type { z } from "zod";
import type * as schema from "./schema";

/** Text inside a line. Never HTML: raw tags arrive as `text`. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "code"; text: string }
  | { type: "strong" | "emphasis" | "deleted"; children: Inline[] }
  /** `safe` is false for schemes other than http, https and mailto, and for `//host`. */
  | { type: "link"; href: string; title: string | null; safe: boolean; children: Inline[] }
  /** Never loaded: shown as its alternative text. */
  | { type: "image"; alt: string; src: string; title: string | null }
  | { type: "break" };

/** Lines of the source, from 1, both ends included. */
export type LineRange = { start: number; end: number };

export type BlockListItem = { checked: boolean | null; blocks: Block[]; lines: LineRange };

/** A piece of the document that is kept and shown, never ticked. */
export type Block =
  | { type: "paragraph"; inlines: Inline[]; lines: LineRange }
  | { type: "heading"; depth: number; inlines: Inline[]; lines: LineRange }
  | { type: "list"; ordered: boolean; start: number; items: BlockListItem[]; lines: LineRange }
  | {
      type: "code";
      lang: string | null;
      meta: string | null;
      text: string;
      commands: Command[];
      http: HttpCheck[];
      lines: LineRange;
    }
  | { type: "table"; align: TableAlign[]; header: Inline[][]; rows: TableRow[]; lines: LineRange }
  | { type: "quote"; blocks: Block[]; lines: LineRange }
  | { type: "footnote"; label: string; blocks: Block[]; lines: LineRange }
  | { type: "definition"; label: string; href: string; title: string | null; safe: boolean; lines: LineRange }
  /** Raw HTML, shown as the text it is. */
  | { type: "html"; text: string; lines: LineRange }
  | { type: "rule"; lines: LineRange };

export type TableAlign = "left" | "right" | "center" | null;
export type TableRow = { cells: Inline[][]; line: number };

export type Placeholder = z.infer<typeof schema.placeholderSchema>;
export type Command = z.infer<typeof schema.commandSchema>;
export type HttpCheck = z.infer<typeof schema.httpCheckSchema>;
export type StepField = z.infer<typeof schema.stepFieldSchema>;
export type ParsedStep = z.infer<typeof schema.stepSchema>;
export type ParsedGroup = z.infer<typeof schema.groupSchema>;
export type ParsedCriterion = z.infer<typeof schema.criterionSchema>;
export type ParsedNote = z.infer<typeof schema.noteSchema>;
export type SectionItem = z.infer<typeof schema.sectionItemSchema>;
export type SectionKind = z.infer<typeof schema.sectionKindSchema>;
export type ParsedSection = z.infer<typeof schema.sectionSchema>;
export type Trigger = z.infer<typeof schema.triggerSchema>;
export type EscalationRow = z.infer<typeof schema.escalationRowSchema>;
export type Contact = z.infer<typeof schema.contactSchema>;
export type Flowchart = z.infer<typeof schema.flowchartSchema>;
export type Decision = z.infer<typeof schema.decisionSchema>;
export type LinkTarget = z.infer<typeof schema.linkTargetSchema>;
export type ParsedFlow = z.infer<typeof schema.flowSchema>;
export type FlowNode = z.infer<typeof schema.flowNodeSchema>;
export type FlowEdge = z.infer<typeof schema.flowEdgeSchema>;
export type Metadata = z.infer<typeof schema.metadataSchema>;
export type Finding = z.infer<typeof schema.findingSchema>;
export type FindingCode = z.infer<typeof schema.findingCodeSchema>;
export type LineUse = z.infer<typeof schema.lineUseSchema>;
export type NotImported = z.infer<typeof schema.notImportedSchema>;
export type ParsedRunbook = z.infer<typeof schema.parsedRunbookSchema>;

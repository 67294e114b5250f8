import type { z } from "zod";
import type { draftBody, draftLine } from "./schemas";

/** The parts of a status update that are written in words. */
export const updateFields = ["current", "progress", "blockers"] as const;
export type UpdateField = (typeof updateFields)[number];

export type DraftLine = z.infer<typeof draftLine>;
export type DraftBody = z.infer<typeof draftBody>;

/** One thing that happened since the last update, and the line it would give. */
export interface DraftItem {
  seq: number;
  /** What its line cites: this entry, and others whose words it says. */
  seqs: number[];
  /** UTC, ISO 8601. */
  at: string;
  /** What the timeline says. */
  sentence: string;
  /** The line to put into the update. */
  text: string;
  field: UpdateField;
  /** Whether a draft begins with it; what is left out can be added. */
  drafted: boolean;
  /** Whether a draft began with it until something took its place. */
  overtaken: boolean;
  /** Things of one group become one line: its beginning, what this one adds, and whether that is told before others. */
  group: { lead: string; part: string; first: boolean } | null;
}

import { countLines } from "@/lib/record/record.rules";
import type { Draft } from "./draft";

/** So many lines are rather a log than a note. */
export const LOG_LINES = 8;
const NOTE_LIMIT = 20_000;
const LOG_LIMIT_KIB = 256;

/** What will become of a draft. */
export interface NotePlan {
  /** Whether it can be either; a very long text can only be a log. */
  mayBeLog: boolean;
  mustBeLog: boolean;
  asLog: boolean;
  lines: number;
  /** Why it cannot be sent as it is. */
  problem: string | null;
}

/** Looks at a draft before it is sent. */
export function planNote({ text, asLog }: Pick<Draft, "text" | "asLog">): NotePlan {
  const lines = countLines(text);
  const mustBeLog = text.length > NOTE_LIMIT;
  const mayBeLog = mustBeLog || lines >= LOG_LINES;
  return { lines, mustBeLog, mayBeLog, asLog: mustBeLog || (mayBeLog && asLog), problem: problemOf(text) };
}

function problemOf(text: string): string | null {
  if (text.length * 3 < LOG_LIMIT_KIB * 1024) return null;
  const size = Math.ceil(new TextEncoder().encode(text).length / 1024);
  if (size <= LOG_LIMIT_KIB) return null;
  return `This has ${size} KiB; up to ${LOG_LIMIT_KIB} fit. Keep the part that matters.`;
}

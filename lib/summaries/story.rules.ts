import { REDACTED } from "@/lib/kernel/redacted";
import { oneLine } from "@/lib/kernel/sentences";
import { describe, type Names } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";

/** The longest that a part of an update is told in the story; the entry has the rest. */
const SAID = 280;

/** What an entry of the story says in longer words, one line for each part. */
export function saidIn(entry: Entry, names: Names): { label: string; text: string }[] {
  return (describe(entry, names).details ?? []).map(({ label, text }) => ({
    label,
    text: text === null ? REDACTED : oneLine(text, SAID),
  }));
}

/** How an open step was left. */
export const OPEN_WORDS = { todo: "never begun", in_progress: "begun, not finished" } as const;

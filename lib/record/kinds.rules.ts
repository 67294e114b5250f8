import type { EventKind } from "@/lib/timeline/events";

/** How the timeline can be narrowed down. */
export const kindGroups = ["notes", "steps", "status", "updates", "summary"] as const;
export type KindGroup = (typeof kindGroups)[number];

/** What people read them as. */
export const groupLabels: Record<KindGroup, string> = {
  notes: "Notes",
  steps: "Steps",
  status: "Status and command",
  updates: "Updates",
  summary: "Summary",
};

const prefixes: Record<KindGroup, readonly string[]> = {
  notes: ["note.", "log.", "entry.", "text."],
  steps: ["checklist.", "step.", "timebox.", "decision.", "placeholder.", "runbook.", "criterion."],
  status: ["incident.", "command.", "person."],
  updates: ["update."],
  summary: ["summary.", "follow_up."],
};

/** Whether a kind of event belongs to a group. */
export function isInGroup(kind: EventKind, group: KindGroup): boolean {
  return prefixes[group].some((prefix) => kind.startsWith(prefix));
}

/** Kinds whose words and time can be put right afterwards. */
export function isWritten(kind: EventKind): kind is "note.added" | "log.pasted" {
  return kind === "note.added" || kind === "log.pasted";
}

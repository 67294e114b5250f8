import { formatDuration } from "@/lib/kernel/durations";
import type { EntryOf } from "../events";
import type { updateEvents } from "../events/update";
import { parts, quoteOf, wordsOf, type Describers } from "./sentence";

const MINUTE = 60_000;

/** Status updates, and what became of their slots. */
export const updateSentences: Describers<keyof typeof updateEvents> = {
  "update.posted": (entry) => {
    const { number, final, current, progress, blockers } = entry.data;
    const name = final ? "the final update" : `update ${number}`;
    return {
      icon: "comment",
      parts: [...parts`posted ${name}`, ...punctuality(entry)],
      details: [
        { label: "Current status", text: wordsOf(entry, current) },
        { label: "Mitigation progress", text: wordsOf(entry, progress) },
        { label: "Blockers", text: wordsOf(entry, blockers) },
      ].filter(({ text }) => text !== ""),
    };
  },
  "update.snoozed": (entry, names) => ({
    icon: "clock",
    parts: parts`snoozed the update to ${names.time(entry.data.to, entry.at)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "update.missed": (entry) => ({
    nobody: true,
    icon: "bell",
    parts: parts`${`Update ${entry.data.number}`} was missed`,
  }),
  "update.corrected": (entry) => ({
    icon: "pencil",
    parts: parts`corrected ${`update ${entry.data.number}`}`,
    ...quoteOf(entry, entry.data.text),
  }),
  "update.delivery_abandoned": (entry) => ({
    nobody: true,
    icon: "bell",
    parts: parts`${`Update ${entry.data.number}`} did not reach one of its webhooks`,
  }),
};

function punctuality(entry: EntryOf<"update.posted">) {
  if (entry.data.dueAt === null) return [];
  const left = Date.parse(entry.data.dueAt) - Date.parse(entry.at);
  // Nobody waited for the final one to come early: where a snooze had moved the due time, it says nothing.
  if (left >= MINUTE && !entry.data.final) return [{ text: `, ${formatDuration(left)} early` }];
  return [{ text: left >= 0 ? ", on time" : `, ${formatDuration(left)} late` }];
}

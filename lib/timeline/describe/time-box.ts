import { minutesInWords } from "@/lib/checklists/needs.rules";
import { formatDuration } from "@/lib/kernel/durations";
import type { timeBoxEvents } from "../events/time-box";
import type { Names } from "./names";
import { parts, quoteOf, type Describers } from "./sentence";

/** Timers of steps and sections. */
export const timeBoxSentences: Describers<keyof typeof timeBoxEvents> = {
  "timebox.started": (entry, names) => {
    const [time, what] = [minutesInWords(entry.data.minutes), forWhat(entry.data, names)];
    // Nobody pressed for it: the rule of its section did (time-box.rules.ts).
    const byItself = entry.data.itemId === null && names.isAddedAt(entry.data.checklistId, entry.at);
    return {
      icon: "clock",
      nobody: byItself || undefined,
      parts: byItself
        ? parts`The timer of ${time} started with ${what}`
        : parts`started the timer of ${time} for ${what}`,
    };
  },
  "timebox.extended": (entry, names) => ({
    icon: "clock",
    parts: parts`extended the timer to ${names.time(entry.data.to, entry.at)} for ${forWhat(entry.data, names)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "timebox.overrun": (entry, names) => ({
    icon: "clock",
    nobody: true,
    parts: parts`The timer ran out at ${names.time(entry.data.dueAt, entry.at)} for ${forWhat(entry.data, names)}`,
  }),
  "timebox.stopped": (entry, names) => ({
    icon: "clock",
    parts: parts`stopped the timer for ${forWhat(entry.data, names)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "timebox.ended": (entry, names) => ({
    icon: "clock",
    nobody: true,
    parts: parts`The timer ended ${against(entry.data.dueAt, entry.at)} for ${forWhat(entry.data, names)}`,
  }),
};

function forWhat(
  { checklistId, itemId }: { checklistId: string; itemId: string | null },
  names: Names,
): string {
  return itemId === null ? names.checklist(checklistId) : names.step(itemId);
}

/** "40 s before it was due", "2 min late". */
function against(dueAt: string, at: string): string {
  const left = Date.parse(dueAt) - Date.parse(at);
  return left >= 0 ? `${formatDuration(left)} before it ran out` : `${formatDuration(left)} late`;
}

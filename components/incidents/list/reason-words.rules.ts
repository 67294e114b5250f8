import type { Attention, Reason } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";
import { formatDay, formatTime, isSameDay } from "@/lib/kernel/clock-times";
import { dueWords } from "@/components/reviews/due.rules";
import { formatDuration } from "@/lib/kernel/durations";

interface Known {
  /** Milliseconds since 1970. */
  now: number;
  timeZone: string;
  name: (personId: string) => string;
}

export interface ReasonWords {
  /** What is wrong, if something is. */
  loud: string | null;
  tone: "bad" | "warn";
  /** Beside it, or instead: what is known. */
  quiet: string | null;
}

/** The second line of a row, in words. */
export function reasonWords(
  row: Pick<IncidentRow, "gate" | "steps" | "said">,
  { reason }: Pick<Attention, "reason">,
  known: Known,
): ReasonWords {
  const progress = progressWords(row);
  if (!reason) return { loud: null, tone: "warn", quiet: row.said ?? progress };
  const since = (at: number) => `for ${formatDuration(known.now - at)}`;
  switch (reason.kind) {
    case "overdue":
      return {
        loud: `Update ${reason.update} overdue`,
        tone: "bad",
        quiet: join(`since ${when(reason.dueAt, known)}`, progress),
      };
    case "nobody":
      return { loud: "Nobody has command", tone: "bad", quiet: since(reason.since) };
    case "not_acknowledged":
      return {
        loud: "Not acknowledged",
        tone: "bad",
        quiet: `${known.name(reason.personId)} asked, ${since(reason.since)}`,
      };
    case "offered":
      return {
        loud: reason.unanswered ? "Hand-over unanswered" : "Command offered",
        tone: "warn",
        quiet: `to ${known.name(reason.toId)}, ${since(reason.at)}`,
      };
    case "due_soon":
      return { loud: `Update ${reason.update} due soon`, tone: "warn", quiet: progress ?? row.said };
    case "snoozed":
      return {
        loud: null,
        tone: "warn",
        quiet: join(`Snoozed until ${when(reason.until, known)}`, row.said ?? progress),
      };
    case "summary":
      return summaryWords(reason, known);
  }
}

const SUMMARY = {
  none: "No summary yet",
  draft: "Summary is a draft",
  in_review: "Summary in review",
  returned: "Summary returned",
  signed_off: "Summary signed off, ready to close",
} as const;

function summaryWords(
  { state, lateMs }: Extract<Reason, { kind: "summary" }>,
  { now, timeZone }: Known,
): ReasonWords {
  const words = SUMMARY[state];
  if (lateMs > 0)
    return { loud: `${words}, ${dueWords(now - lateMs, now, timeZone)}`, tone: "warn", quiet: null };
  const returned = state === "returned";
  return { loud: returned ? words : null, tone: "warn", quiet: returned ? null : words };
}

function progressWords({ gate, steps }: Pick<IncidentRow, "gate" | "steps">): string | null {
  const exit = gate.total > 0 ? `exit ${gate.met} of ${gate.total}` : null;
  const walked =
    steps.total > 0 ? `${steps.over} of ${steps.total} ${steps.total === 1 ? "step" : "steps"}` : null;
  return join(exit, walked);
}

function when(at: number, { now, timeZone }: Known): string {
  const time = formatTime(at, timeZone);
  return isSameDay(at, now, timeZone) ? time : `${formatDay(at, timeZone)}, ${time}`;
}

function join(...parts: (string | null)[]): string | null {
  return parts.filter(Boolean).join(", ") || null;
}

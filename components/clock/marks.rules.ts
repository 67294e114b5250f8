import { formatCountdown } from "@/lib/kernel/durations";
import { clockState, type ClockSlot } from "./clock.rules";

/** A moment at which the clock tells somebody. */
export interface ClockMark {
  /** Milliseconds since 1970. */
  at: number;
  /** "you", "Jonah", "platform on-call". */
  who: string;
  /** It goes up to them, rather than reminding them. */
  escalates?: boolean;
}

/** The label of a mark on the rail: `tells Jonah` before it, `told Jonah` after. */
export function markLabel(mark: ClockMark, now: number): string {
  if (mark.escalates) return now >= mark.at ? "escalated" : "escalates";
  if (now < mark.at) return `tells ${mark.who}`;
  return mark.who === "you" ? "you were told" : `told ${mark.who}`;
}

interface DetailInput {
  slot: ClockSlot;
  now: number;
  marks: readonly ClockMark[];
  /** What the caller knows, such as `Draft ready: 5 lines since 02:57`. */
  detail?: string;
  /** Writes a time, `03:12`. */
  time: (at: number) => string;
}

/** The quiet line under the state: who is told next, what is ready, how often it posts. */
export function clockDetail({ slot, now, marks, detail, time }: DetailInput): string {
  const state = clockState(slot, now);
  if (state === "snoozed" && slot.snoozed) return `Once, by ${slot.snoozed.by}: ${slot.snoozed.reason}`;
  if (state === "calm") return detail ?? `Posts every ${slot.intervalMinutes} min`;
  const next = nextMark(marks, now);
  if (state === "soon") return detail ?? (next ? `Then ${toldIn(next)}` : "Write it now");
  if (state === "overdue" && next) return `${capital(toldIn(next))} in ${formatCountdown(next.at - now)}`;
  const told = marks.filter((mark) => mark.at >= slot.dueAt && mark.at <= now);
  if (told.length === 0) return `Due at ${time(slot.dueAt)}`;
  return capital(told.map((mark) => `${mark.who} told ${time(mark.at)}`).join(", "));
}

/** The same for a phone, where no rail has labels: it says the due time too, unless the title does (`clockTitle`). */
export function clockDetailOnPhone(input: DetailInput & { timeWithZone: (at: number) => string }): string {
  const { slot, now, marks } = input;
  const state = clockState(slot, now);
  if (state === "overdue" && nextMark(marks, now))
    return `due ${input.time(slot.dueAt)}, ${uncapital(clockDetail(input))}`;
  if (state === "overdue") return `due at ${input.timeWithZone(slot.dueAt)}`;
  const after = marks.find((mark) => mark.at >= slot.dueAt && mark.at > now);
  if (state === "calm" && after) return `then ${toldIn(after)}`;
  if (state !== "soon") return clockDetail(input);
  const due = `at ${input.timeWithZone(slot.dueAt)}`;
  return after ? `${due}, then ${toldIn(after)}` : due;
}

function nextMark(marks: readonly ClockMark[], now: number): ClockMark | undefined {
  return marks.filter((mark) => mark.at > now).sort((a, b) => a.at - b.at)[0];
}

function toldIn(mark: ClockMark): string {
  if (mark.who === "you") return "you are told";
  return mark.escalates ? `it goes up to ${mark.who}` : `${mark.who} is told`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Names keep their capital; only our own words lose it.
function uncapital(text: string): string {
  return /^(It|You|Due)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

import { formatCountdown } from "@/lib/kernel/durations";
import { WARNING_MS } from "./rail.rules";

/** The open slot of an incident, as a clock needs it. Times are milliseconds since 1970. */
export interface ClockSlot {
  /** The number of the update that is due. */
  number: number;
  openedAt: number;
  dueAt: number;
  intervalMinutes: number;
  /** Who moved it once, and why. */
  snoozed?: { by: string; reason: string } | null;
  /** Who it has gone up to, when nobody posted: "platform on-call". */
  escalatedTo?: string | null;
}

export type ClockState = "calm" | "soon" | "overdue" | "escalated" | "snoozed" | "stopped";
export type ClockTone = "calm" | "soon" | "late";

/** What the clock of a slot says at a moment; no slot means that it has stopped. */
export function clockState(slot: ClockSlot | null, now: number): ClockState {
  if (!slot) return "stopped";
  const left = slot.dueAt - now;
  if (left <= 0) return slot.escalatedTo ? "escalated" : "overdue";
  if (left <= WARNING_MS) return "soon";
  return slot.snoozed ? "snoozed" : "calm";
}

/** How loud a state is. Three looks, so that a glance is enough. */
export function clockTone(state: ClockState): ClockTone {
  if (state === "overdue" || state === "escalated") return "late";
  return state === "soon" ? "soon" : "calm";
}

/** The big text: `02:41`, `+01:12`, or a word when nothing counts down. */
export function clockDigits(slot: ClockSlot | null, now: number): string {
  const state = clockState(slot, now);
  if (!slot || state === "stopped") return "Stopped";
  return state === "snoozed" ? "Snoozed" : formatCountdown(slot.dueAt - now);
}

/**
 * What the state is called.
 * @param due the due time as text, `03:12`
 */
export function clockTitle(slot: ClockSlot, now: number, due: string): string {
  const update = `Update ${slot.number}`;
  const titles: Record<Exclude<ClockState, "stopped">, string> = {
    calm: `${update} due at ${due}`,
    soon: `${update} due soon`,
    overdue: `${update} overdue`,
    escalated: `Escalated to ${slot.escalatedTo ?? ""}`,
    snoozed: `${update} snoozed to ${due}`,
  };
  const state = clockState(slot, now);
  return state === "stopped" ? "" : titles[state];
}

/** The short form for lists and page titles: `02:41 soon`, `+06:40 late`, `07:36`, `Snoozed`. */
export function clockWords(slot: ClockSlot, now: number): string {
  const tone = clockTone(clockState(slot, now));
  const digits = clockDigits(slot, now);
  if (tone === "late") return `${digits} late`;
  return tone === "soon" ? `${digits} soon` : digits;
}

/** The short form where nothing else says what is counted: `update due in 04:10`, `update +06:40 late`. */
export function dueWords(slot: ClockSlot, now: number): string {
  const state = clockState(slot, now);
  if (state === "snoozed") return "update snoozed";
  const digits = clockDigits(slot, now);
  return clockTone(state) === "late" ? `update ${digits} late` : `update due in ${digits}`;
}

const MOMENTS = [
  { left: WARNING_MS, words: "is due in 3 minutes" },
  { left: 0, words: "is due now" },
  { left: -5 * 60_000, words: "is 5 minutes overdue" },
  { left: -10 * 60_000, words: "is 10 minutes overdue" },
] as const;

/**
 * What to tell a screen reader between two looks at the clock: one message at 3:00, due, +5 and +10.
 * @returns null when none of these moments was passed; the latest one when several were
 */
export function clockMessage(slot: ClockSlot, before: number, now: number): string | null {
  const passed = MOMENTS.findLast(({ left }) => before < slot.dueAt - left && now >= slot.dueAt - left);
  return passed ? `Update ${slot.number} ${passed.words}.` : null;
}

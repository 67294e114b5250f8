import { formatTime } from "@/lib/kernel/clock-times";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A moment as an input for the time of day holds it: `03:24`, in the reader's zone. */
export function timeOf(at: number, timeZone: string): string {
  return formatTime(at, timeZone);
}

/**
 * The next moment at which it is that time of day.
 * @param time `03:24`, in the reader's zone
 * @param now milliseconds since 1970
 * @returns null for a time that is not filled in
 */
export function atTime(time: string, now: number, timeZone: string): number | null {
  const wanted = minutesOf(time);
  if (wanted === null) return null;
  const thisMinute = now - (now % MINUTE);
  const passed = minutesOf(formatTime(now, timeZone)) ?? 0;
  const at = thisMinute + (wanted - passed) * MINUTE;
  return at > now ? at : at + DAY;
}

function minutesOf(time: string): number | null {
  const [hours, minutes] = time.split(":").map(Number);
  if (hours === undefined || minutes === undefined) return null;
  return Number.isInteger(hours) && Number.isInteger(minutes) ? hours * 60 + minutes : null;
}

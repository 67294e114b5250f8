import { toLocalInput } from "@/lib/kernel/local-input";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How a due time stands: `1 day late`, `3 h late`, `due in 3 days`. From a day up calendar days are counted, so that
 * it agrees with the day that stands beside it; below, it rounds down.
 * @param dueAt milliseconds since 1970
 * @param now milliseconds since 1970
 * @param timeZone whose days count
 */
export function dueWords(dueAt: number, now: number, timeZone: string): string {
  const ms = Math.abs(dueAt - now);
  const length = ms < DAY ? spanWords(ms) : dayWords(daysBetween(dueAt, now, timeZone));
  return now > dueAt ? `${length} late` : `due in ${length}`;
}

/** How far apart two moments' days are. */
function daysBetween(a: number, b: number, timeZone: string): number {
  const day = (at: number) => Date.parse(toLocalInput(at, timeZone).slice(0, 10));
  return Math.abs(day(a) - day(b)) / DAY;
}

/** A length in its largest unit: `2 days`, `5 h`, `20 min`. @param ms milliseconds, not negative */
export function spanWords(ms: number): string {
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  return dayWords(Math.floor(ms / DAY));
}

function dayWords(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

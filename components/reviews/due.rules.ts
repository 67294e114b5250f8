const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How a due time stands: `1 day late`, `3 h late`, `due in 2 days`. Rounds down.
 * @param dueAt milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function dueWords(dueAt: number, now: number): string {
  const length = spanWords(Math.abs(dueAt - now));
  return now > dueAt ? `${length} late` : `due in ${length}`;
}

/** A length in its largest unit: `2 days`, `5 h`, `20 min`. @param ms milliseconds, not negative */
export function spanWords(ms: number): string {
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  const days = Math.floor(ms / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}

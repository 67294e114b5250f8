const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The text of a countdown: `02:41` left, `+01:12` late, `1:05:00` from an hour up.
 * Rounds so that `00:00` shows only once nothing is left.
 * @param leftMs milliseconds until due; negative when late
 */
export function formatCountdown(leftMs: number): string {
  if (leftMs > 0) return minutesAndSeconds(Math.ceil(leftMs / SECOND));
  const late = Math.floor(-leftMs / SECOND);
  return late === 0 ? "00:00" : `+${minutesAndSeconds(late)}`;
}

/**
 * How long something took or may take: `40 s`, `26 min`, `1 h 22 min`, `2 d 3 h`. Rounds down.
 * @param ms milliseconds; its sign is ignored
 */
export function formatDuration(ms: number): string {
  const length = Math.abs(ms);
  if (length < MINUTE) return `${Math.floor(length / SECOND)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < DAY) return twoUnits(Math.floor(length / MINUTE), 60, "h", "min");
  return twoUnits(Math.floor(length / HOUR), 24, "d", "h");
}

/**
 * How long something took, for the record: seconds count under ten minutes: `40 s`, `1 min 53 s`, `26 min`. Rounds to
 * the nearest.
 * @param ms milliseconds; its sign is ignored
 */
export function formatLength(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 600) return twoUnits(seconds, 60, "min", "s");
  return formatMinutes(ms);
}

/**
 * How long something took, where there is little room: `40 s`, `7 min`, `1 h 22 min`. Rounds to the nearest.
 * @param ms milliseconds; its sign is ignored
 */
export function formatMinutes(ms: number): string {
  const length = Math.abs(ms);
  return formatDuration(Math.round(length / SECOND) < 60 ? length : Math.round(length / MINUTE) * MINUTE);
}

/**
 * A running length, to the second: `0:48:10`, `14:05:20`. Never below zero.
 * @param ms milliseconds
 */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * A moment as seen from another: `just now`, `3 min ago`, `in 1 h 22 min`.
 * @param at the moment, milliseconds since 1970
 * @param now seen from here, milliseconds since 1970
 */
export function formatAgo(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < 10 * SECOND) return "just now";
  return at <= now ? `${formatDuration(distance)} ago` : `in ${formatDuration(distance)}`;
}

/**
 * How long before another a moment came: `just before`, `40 s before`.
 * @param first the earlier moment, milliseconds since 1970
 * @param then the later one, milliseconds since 1970; clocks that disagree make them one
 */
export function formatBefore(first: number, then: number): string {
  const length = Math.max(0, then - first);
  return length < SECOND ? "just before" : `${formatDuration(length)} before`;
}

function minutesAndSeconds(seconds: number): string {
  if (seconds >= 3600) return formatElapsed(seconds * SECOND);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

function twoUnits(small: number, base: number, bigUnit: string, smallUnit: string): string {
  const rest = small % base;
  const big = `${Math.floor(small / base)} ${bigUnit}`;
  return rest === 0 ? big : `${big} ${rest} ${smallUnit}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

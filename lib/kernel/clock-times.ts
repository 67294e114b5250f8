const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Clock time in a zone: `03:12`.
 * @param at milliseconds since 1970
 * @param timeZone an IANA name, such as `UTC` or `Europe/Stockholm`
 * @throws RangeError for a zone that does not exist
 */
export function formatTime(at: number, timeZone: string): string {
  return format("time", timeZone, { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** Clock time to the second: `03:07:52`. Same inputs as `formatTime`. */
export function formatTimeWithSeconds(at: number, timeZone: string): string {
  return format("seconds", timeZone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(at);
}

/** Clock time with its zone: `03:12 UTC`. Same inputs as `formatTime`. */
export function formatTimeWithZone(at: number, timeZone: string): string {
  return format("zone", timeZone, { hour: "2-digit", minute: "2-digit", timeZoneName: "short" }).format(at);
}

/** A day: `Fri 14 Nov`. Same inputs as `formatTime`. */
export function formatDay(at: number, timeZone: string): string {
  return format("day", timeZone, { weekday: "short", day: "numeric", month: "short" })
    .format(at)
    .replace(",", "");
}

/**
 * The same, with its year where that is another than now: `Fri 14 Nov`, `Wed 1 Jan 2020`.
 * @param now milliseconds since 1970
 */
export function formatDayOfAnyYear(at: number, now: number, timeZone: string): string {
  const year = (time: number) => format("year", timeZone, { year: "numeric" }).format(time);
  return `${formatDay(at, timeZone)}${year(at) === year(now) ? "" : ` ${year(at)}`}`;
}

/** A day of any year: `14 Nov 2025`. Same inputs as `formatTime`. */
export function formatDate(at: number, timeZone: string): string {
  return format("date", timeZone, { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** Everything, with the zone: `14 Nov 2025, 03:12 UTC`. Same inputs as `formatTime`. */
export function formatExact(at: number, timeZone: string): string {
  return `${formatDate(at, timeZone)}, ${formatTimeWithZone(at, timeZone)}`;
}

/** Whether two moments fall on the same day in a zone. Same inputs as `formatTime`. */
export function isSameDay(a: number, b: number, timeZone: string): boolean {
  return formatDate(a, timeZone) === formatDate(b, timeZone);
}

// Making an Intl formatter costs far more than using it; a timeline uses the same few a thousand times.
function format(name: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${timeZone}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone, hourCycle: "h23" });
    formats.set(key, found);
  }
  return found;
}

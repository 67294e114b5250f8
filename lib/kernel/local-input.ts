const formats = new Map<string, Intl.DateTimeFormat>();
const MINUTE = 60_000;

/**
 * A moment as `<input type="datetime-local">` holds it, in a zone: `2026-03-01T03:12`.
 * @param at milliseconds since 1970
 * @param timeZone an IANA name
 */
export function toLocalInput(at: number, timeZone: string): string {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The moment that such an input means in a zone.
 * @returns milliseconds since 1970, a whole minute; null for what is no time. A time that a change of the clocks
 *   skips means the one after the gap; one that comes twice means the first.
 */
export function fromLocalInput(text: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${text.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [asUtc - 24 * 60 * MINUTE, asUtc + 24 * 60 * MINUTE].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  return candidates.find((at) => at + offsetAt(at, timeZone) === asUtc) ?? candidates[1] ?? null;
}

/**
 * When a day begins and ends in a zone, as a half-open range; with a change of the clocks it has 23 or 25 hours.
 * @param day YYYY-MM-DD
 * @param timeZone an IANA name
 * @returns milliseconds since 1970; null for what is no day
 */
export function dayRange(day: string, timeZone: string): { from: number; to: number } | null {
  const noon = Date.parse(`${day}T12:00Z`);
  if (Number.isNaN(noon)) return null;
  const next = new Date(noon + 24 * 60 * MINUTE).toISOString().slice(0, 10);
  const from = fromLocalInput(`${day}T00:00`, timeZone);
  const to = fromLocalInput(`${next}T00:00`, timeZone);
  return from === null || to === null ? null : { from, to };
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  return Date.parse(`${toLocalInput(minute, timeZone)}Z`) - minute;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (!found) {
    const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    found = new Intl.DateTimeFormat("en-GB", { timeZone, ...digits, ...time });
    formats.set(timeZone, found);
  }
  return found;
}

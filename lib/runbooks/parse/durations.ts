/**
 * The first span of time in a text, in minutes: "five minutes", "1 hour", "0-15 min", "half an hour", "90s".
 *
 * @returns null when there is none
 */
export function minutesIn(text: string): number | null {
  if (/\bhalf[- ]an?[- ]hour\b/i.test(text)) return 30;
  const match = SPAN.exec(text.toLowerCase());
  if (!match) return null;
  const [, count = "", unit = ""] = match;
  const number = NUMBERS[count] ?? Number(count.replace(",", "."));
  const minutes = number * (UNITS[unit.charAt(0)] ?? 1);
  return Number.isFinite(minutes) && minutes > 0 ? minutes : null;
}

/** The time box that a heading names: "First Five Minutes" → 5, "Within 1 hour" → 60, "Contain (15 min)" → 15. */
export function timeBoxOf(heading: string): number | null {
  const text = heading.toLowerCase();
  if (/\b(?:every|per|last|past|after|older)\b/.test(text)) return null;
  if (/\bfirst hour\b/.test(text)) return 60;
  return /\b(?:first|within|next|in|under)\b|[([]|^(?:\d+\s*[-–]\s*)?\d+\s*-?\s*m/.test(text)
    ? minutesIn(text)
    : null;
}

/** How long a step waits or watches: "monitor … for one hour", "idle for 48 hours". */
export function waitOf(text: string): number | null {
  const wait =
    /\b(?:for(?: at least| the next)?|wait(?: at least)?|within)\s+((?:\d+(?:\.\d+)?|[a-z]+)[\s-]+(?:minute|min|hour|hr)s?)\b/i.exec(
      text,
    );
  const isThreshold = wait && /\b(?:more|less|longer) than\b|\bif\b/i.test(text.slice(0, wait.index));
  return wait && !isThreshold ? minutesIn(wait[1] ?? "") : null;
}

/** The interval of "update … every 15 minutes", when the text speaks about updates; null otherwise. */
export function cadenceIn(text: string, heading: string): number | null {
  const every = /\bevery\s+((?:\d+|[a-z]+)?[\s-]*(?:minute|min|hour|hr)s?|half[- ]an?[- ]hour)\b/i.exec(text);
  if (!every) return null;
  const about = /\b(?:updat|communicat|inform|notif|stakeholder|status page|announce|post)/i;
  if (!about.test(text) && !/\b(?:communicat|updat)/i.test(heading)) return null;
  const span = every[1] ?? "";
  return minutesIn(/^(?:minute|min|hour|hr)/i.test(span) ? `1 ${span}` : span);
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, "forty-five": 45, sixty: 60, ninety: 90,
}; // prettier-ignore

const UNITS: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1_440, w: 10_080 };

const SPAN =
  /(?:\d+\s*[-–]\s*)?\b(\d+(?:[.,]\d+)?|forty-five|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety)[\s-]*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|weeks?)\b/;

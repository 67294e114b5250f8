import { isInstruction } from "./words";

/**
 * The first span of time in a text, in minutes: "five minutes", "1 hour", "0-15 min", "half an hour", "90s".
 *
 * @returns null when there is none
 */
export function minutesIn(text: string): number | null {
  if (/\bhalf[- ](?:an?[- ])?hour\b/i.test(text)) return 30;
  const match = SPAN.exec(text.toLowerCase());
  if (!match) return null;
  const [, digits, unitOfDigits, word, unitOfWord] = match;
  const number = digits === undefined ? (NUMBERS[word ?? ""] ?? 0) : Number(digits.replace(",", "."));
  const unit = unitOfDigits ?? unitOfWord ?? "";
  const minutes = number * (UNITS[unit.charAt(0)] ?? 1);
  return Number.isFinite(minutes) && minutes > 0 ? minutes : null;
}

/**
 * The time box that a heading names: "First Five Minutes" → 5, "Within 1 hour" → 60, "Contain (15 min)" → 15; not
 * "Slow (p99 > 2s)".
 */
export function timeBoxOf(heading: string): number | null {
  const text = heading.toLowerCase();
  if (/\b(?:every|per|last|past|after|older)\b|[<>=≤≥]/.test(text)) return null;
  if (/\bfirst hour\b/.test(text)) return 60;
  return /\b(?:first|within)\b|[([]|^(?:\d+\s*[-–]\s*)?\d+\s*-?\s*m/.test(text) ? minutesIn(text) : null;
}

/**
 * How long a step waits or watches: "monitor … for one hour", "idle for 48 hours", "wait about 30 s"; or by when it must
 * be done: "Acknowledge it within 5 minutes", not "It clears within 5 minutes".
 */
export function waitOf(text: string): number | null {
  const wait = WAIT.exec(text);
  if (!wait) return null;
  const before = text.slice(0, wait.index);
  const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(":")) + 1);
  if (/\b(?:more|less|longer) than\b/i.test(before) || /\b(?:if|when|unless)\b/i.test(clause)) return null;
  const isDeadline = /^within/i.test(wait[0]);
  if (isDeadline && (!isInstruction(text) || /\b(?:that|whether|until|is|are|was)\b/i.test(before)))
    return null;
  return minutesIn(wait[1] ?? "");
}

/** The interval of "update … every 15 minutes", when the text speaks about updates; null otherwise. */
export function cadenceIn(text: string, heading: string): number | null {
  const every =
    /\b(?:every|update (?:cadence|interval|frequency)(?: is| of)?:?)\s+((?:\d+|[a-z]+)?[\s-]*(?:minute|min|hour|hr)s?|\d+\s?[mh]|half[- ](?:an?[- ])?hour)\b|\b(hourly)\b/i.exec(
      text,
    );
  if (!every) return null;
  if (!ABOUT_UPDATES.test(text) && !/\b(?:communicat|updat)/i.test(heading)) return null;
  const span = every[1] ?? "hour";
  return minutesIn(/^(?:minute|min|hour|hr)/i.test(span) ? `1 ${span}` : span);
}

/** Somebody tells others how it stands; a job that updates a table does not. */
const ABOUT_UPDATES =
  /\b(?:(?:post|send|share|provide|give|write|publish|issue|make)\w*\s+(?:[\w-]+\s+){0,4}(?:updates?|status|messages?|announcements?|summar\w+)|(?:update|inform|notify|brief)\s+(?:the\s+|all\s+|your\s+)?(?:stakeholders?|customers?|users?|channel|status page|everyone|team|management|executives?|participants|room|call)|status updates?|update (?:cadence|interval|frequency)|communicat)/i;

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, "forty-five": 45, sixty: 60, ninety: 90,
}; // oxfmt-ignore

const UNITS: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1_440, w: 10_080 };

const WORDS = Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join("|");

const WAIT = new RegExp(
  "(?<![-\\w])(?:for|wait(?: for)?|within)(?: (?:at least|about|around|approximately|roughly|up to|another|the next))?\\s+~?" +
    `((?:\\d+(?:\\.\\d+)?\\s*[-–]\\s*)?\\d+(?:\\.\\d+)?[\\s-]*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)|half an hour|(?:${WORDS})[\\s-]+(?:seconds?|mins?|minutes?|hrs?|hours?))\\b`,
  "i",
);

/** Digits may touch their unit ("90s"), words may not ("as"). */
const SPAN = new RegExp(
  `(?:\\d+\\s*[-–]\\s*)?\\b(?:(\\d+(?:[.,]\\d+)?)[\\s-]*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?)|(${WORDS})[\\s-]+(secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?))\\b`,
);

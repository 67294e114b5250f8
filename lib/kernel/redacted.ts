/** What stands where words were redacted. */
export const REDACTED = "[redacted]";

/** Shorter words are too common to be looked for within others. */
const SHORTEST_WITHIN = 8;

/**
 * A copy of text without words that were redacted: gone where they are all of it, and wherever they stand in it,
 * with line breaks or without, if they have 8 characters or more.
 * @param words each redacted text, whole
 */
export function withoutWords(copy: string, words: readonly string[]): string {
  return words.reduce(withoutOne, copy);
}

function withoutOne(copy: string, word: string): string {
  const whole = word.trim();
  if (whole === "") return copy;
  const line = whole.replaceAll(/\s+/g, " ");
  const seen = copy.trim();
  if (seen === whole || seen === line) return REDACTED;
  if (whole.length < SHORTEST_WITHIN) return copy;
  return copy.replaceAll(whole, REDACTED).replaceAll(line, REDACTED);
}

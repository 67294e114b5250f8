import { withoutTicks } from "./code-spans";
import { bare } from "./sentences";

/** What stands where words were redacted. */
export const REDACTED = "[redacted]";

/** Shorter words are too common to be looked for within others. */
const SHORTEST_WITHIN = 8;

/**
 * A copy of text without words that were redacted: gone where they are all of it, and wherever they stand in it, as
 * they were written or as sentences tell them, if they have 8 characters or more.
 * @param words each redacted text, whole
 */
export function withoutWords(copy: string, words: readonly string[]): string {
  return words.reduce(withoutOne, copy);
}

function withoutOne(copy: string, word: string): string {
  const whole = word.trim();
  if (whole === "") return copy;
  const line = whole.replaceAll(/\s+/g, " ");
  const forms = [whole, line, bare(line), bare(withoutTicks(line))];
  if (forms.includes(copy.trim())) return REDACTED;
  return forms
    .filter(({ length }) => length >= SHORTEST_WITHIN)
    .reduce((left, form) => left.replaceAll(form, REDACTED), copy);
}

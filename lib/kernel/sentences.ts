/** Words without the full stop, colon or comma they end with, so that a sentence can go on after them. */
export function bare(words: string): string {
  return words.trim().replace(/(?:[.:;,]\s*)+$/, "") || words.trim();
}

/** Words as a sentence: with a full stop, unless they end already, inside quotation marks or brackets too. */
export function ended(words: string): string {
  return /[.!?…:]["'”’)\]`*_]*$/.test(words) ? words : `${words}.`;
}

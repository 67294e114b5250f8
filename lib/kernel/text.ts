/**
 * Makes text storable: PostgreSQL cannot keep U+0000 or lone surrogates, so they are replaced visibly.
 * @returns the same text, or one with U+FFFD in the place of each such character
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\uFFFD");
}

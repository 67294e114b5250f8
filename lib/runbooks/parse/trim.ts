/** The text without these characters at its end. A pattern for this takes quadratic time on a row of dots. */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What a text ends with. A pattern that is bound to the end takes quadratic time on what it may begin with, piled up. */
export function endOf(text: string): string {
  return text.slice(-1_000);
}

/**
 * Two letters for a name: first and last word, or the first two letters of a single word.
 * @returns one or two capitals; "?" for an empty name
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last ? [lettersOf(first)[0], lettersOf(last)[0]] : lettersOf(first).slice(0, 2);
  return letters.join("").toLocaleUpperCase("en");
}

// By code point, so that a letter outside the basic plane is not cut in half.
function lettersOf(word: string): string[] {
  return Array.from(word);
}

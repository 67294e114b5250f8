/** Words without the full stop, colon or comma they end with, so that a sentence can go on after them. */
export function bare(words: string): string {
  const whole = words.trimEnd();
  return whole.replace(/(?:[.:;,]\s*)+$/, "") || whole;
}

/** Words with a capital letter first. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words as a sentence: with a full stop, unless they end already, inside quotation marks or brackets too. */
export function ended(words: string): string {
  return /[.!?…:]["'”’)\]`*_]*$/.test(words) ? words : `${words}.`;
}

/**
 * Text as one line.
 * @param longest in characters; a longer one is cut between words and ends with “…”
 */
export function oneLine(text: string, longest = 500): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const beginning = line.slice(0, longest - 1);
  const end = line[longest - 1] === " " ? beginning.length : beginning.lastIndexOf(" ");
  return `${beginning
    .slice(0, end > longest / 2 ? end : undefined)
    .trimEnd()
    .replace(/[,;:.]+$/, "")}…`;
}

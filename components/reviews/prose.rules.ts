/** A piece of the words that somebody wrote. */
export type ProsePart = { text: string } | { cite: number };

const CITE = /(?<![\w&#])#(\d{1,7})\b/g;

/**
 * Finds `#58` for entries in words without markup.
 * @param lastSeq the newest entry; a larger number is no entry but a word
 */
export function citesIn(text: string, lastSeq: number): ProsePart[] {
  const parts: ProsePart[] = [];
  let from = 0;
  for (const match of text.matchAll(CITE)) {
    const seq = Number(match[1]);
    if (seq < 1 || seq > lastSeq) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ cite: seq });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A piece of what somebody wrote. */
export type ProsePart = { text: string } | { code: string } | { cite: number };

/**
 * Splits written text into paragraphs (at empty lines) of plain words, `code` and `#58` for entries.
 * All else stays as it was typed: nothing becomes markup.
 * @param lastSeq the newest entry; a larger number is no entry but a word
 */
export function parseProse(text: string, lastSeq: number): ProsePart[][] {
  return text
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => partsOf(paragraph, lastSeq));
}

const MARKED = /`([^`\n]+)`|(?<![\w&#])#(\d{1,7})\b/g;

function partsOf(paragraph: string, lastSeq: number): ProsePart[] {
  const parts: ProsePart[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(MARKED)) {
    const [whole, code, number] = match;
    const seq = Number(number);
    if (code === undefined && (seq < 1 || seq > lastSeq)) continue;
    if (match.index > from) parts.push({ text: paragraph.slice(from, match.index) });
    parts.push(code === undefined ? { cite: seq } : { code });
    from = match.index + whole.length;
  }
  if (from < paragraph.length) parts.push({ text: paragraph.slice(from) });
  return parts;
}

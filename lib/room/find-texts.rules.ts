import { searchWords } from "@/lib/runbooks/search-text.rules";

/** Of fewer letters nearly every text has a word that begins so. */
const LEAST_LETTERS = 3;

/** The letters and digits of what was typed, cut as `searched_words` in the database cuts a text. */
function piecesOf(q: string): string[] {
  return searchWords(q).flatMap((word) => word.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean));
}

/** Whether there is enough to look for: a word of three letters or more. */
export function isSearchable(q: string): boolean {
  return piecesOf(q).some((piece) => piece.length >= LEAST_LETTERS);
}

/**
 * What was typed as PostgreSQL asks for it: every word, and the last one by its beginning.
 * @returns for `to_tsquery('simple', …)`; null when there is too little to look for
 */
export function wordQuery(q: string): string | null {
  if (!isSearchable(q)) return null;
  return `${piecesOf(q)
    .map((piece) => `'${piece}'`)
    .join(" & ")}:*`;
}

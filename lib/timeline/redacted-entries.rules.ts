import type { Entry } from "./events";

/** The texts whose words are gone, as these entries say. */
export function redactedTexts(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry.kind === "text.redacted" ? [entry.data.textId] : [])));
}

/** The entries whose words, or some of them, are gone, as these entries say. */
export function redactedSeqs(entries: readonly Entry[]): number[] {
  return entries.flatMap((entry) => (entry.kind === "text.redacted" ? [entry.data.seq] : []));
}

/** Entries that were read before a redaction, without the words of these texts. Untouched ones are shared. */
export function withoutTexts<E extends Entry>(
  entries: readonly E[],
  textIds: ReadonlySet<string>,
): readonly E[] {
  if (textIds.size === 0) return entries;
  const seen = entries.map((entry) => withoutTextsOf(entry, textIds));
  return seen.some((entry, index) => entry !== entries[index]) ? seen : entries;
}

function withoutTextsOf<E extends Entry>(entry: E, textIds: ReadonlySet<string>): E {
  const gone = Object.keys(entry.texts).filter((id) => textIds.has(id) && entry.texts[id] !== null);
  if (gone.length === 0) return entry;
  return { ...entry, texts: { ...entry.texts, ...Object.fromEntries(gone.map((id) => [id, null])) } };
}

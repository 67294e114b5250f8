import { markedParts } from "@/lib/runbooks/search-text.rules";

/** A text in which the words of a search are marked. @param words in small letters, as `searchWords` gives them */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return markedParts(text, words).map((part, index) =>
    part.isWord ? (
      <mark key={index} className="bg-selected text-ink rounded-xs font-medium">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

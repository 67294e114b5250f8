import type { Inline } from "./types";
import { plainText } from "./inline";
import { withoutTrailing } from "./trim";

/** Words beyond which a line that ends with a colon is a sentence, not a label. */
const MAX_LABEL_WORDS = 7;

/** Whether a text is bold throughout, punctuation aside. */
export function isAllBold(inlines: readonly Inline[]): boolean {
  const seen = inlines.filter((inline) => !/^[\s:.]*$/.test(plainText([inline])));
  return seen.length > 0 && seen.every((inline) => inline.type === "strong");
}

/**
 * The label that a paragraph is: "Recovery:", "**Debug steps:**". Without its colon.
 *
 * @returns null when it is a sentence
 */
export function labelOf(inlines: readonly Inline[]): string | null {
  const text = plainText(inlines);
  const bold = isAllBold(inlines);
  if (!bold && !/[:：]$/.test(text)) return null;
  if (!bold && (text.split(" ").length > MAX_LABEL_WORDS || /[.;]\s/.test(text))) return null;
  return withoutColon(text);
}

/** The bold words that lead a text in, when more text follows: "**Queue backlog**: If …" → "Queue backlog". */
export function leadInOf(inlines: readonly Inline[]): string | null {
  const [first, ...rest] = inlines;
  if (first?.type !== "strong") return null;
  const words = plainText([first]);
  const after = rest.map((inline) => plainText([inline])).join("");
  const divided = /[:.–—]$/.test(words) || /^\s*[:.–—-]/.test(after);
  if (!divided || after.replace(/[\s:.–—-]/g, "") === "") return null;
  // "**Step 2:** drain it" is not called "Step 2".
  return /^(?:step\s+)?\d{1,3}[^\p{L}\p{N}]*$/iu.test(words) ? null : withoutColon(words);
}

export function withoutColon(text: string): string {
  return withoutTrailing(text, " :：.");
}

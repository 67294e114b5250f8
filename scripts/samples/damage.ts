/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MARKS = ["```", "~~~", "#", "- ", "1. ", "> ", "|", "<", ">", "[", "](", "**", "`", "\\", "\t", "    ", "\n\n", "<!--", "-->", "---\n", "\0", "\uD800", "\u00E2\u20AC\u2122", "\r"]; // oxfmt-ignore

/** A document after one to eight accidents: pieces cut out, moved, doubled, mixed with another document or with marks. */
export function damage(source: string, other: string, random: () => number): string {
  let text = source;
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) text = accident(text, other, random);
  return text;
}

function accident(text: string, other: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() ** 3 * Math.min(text.length, 2_000));
  const [before, piece, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  const kind = Math.floor(random() * 6);
  if (kind === 0) return before + after;
  if (kind === 1) return before + piece + piece + after;
  if (kind === 2) return before + (MARKS[Math.floor(random() * MARKS.length)] ?? "") + piece + after;
  if (kind === 3)
    return before + other.slice(at % (other.length + 1), (at % (other.length + 1)) + length) + after;
  if (kind === 4) return before + piece.split("\n").reverse().join("\n") + after;
  return before + [...piece].reverse().join("") + after;
}

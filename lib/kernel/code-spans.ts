/** Code spans as Markdown has them: between as many backticks on both sides. */
export const CODE_SPAN = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g;

/** What a code span holds; a blank on both sides only keeps a backtick apart. @param between the backticks around it */
export function codeIn(between: string): string {
  return /^ .*\S.* $/.test(between) ? between.slice(1, -1) : between;
}

/** A text as it is said where nothing marks its code: without the backticks around that. */
export function withoutTicks(text: string): string {
  return text.replace(CODE_SPAN, (_span, _ticks, between: string) => codeIn(between));
}

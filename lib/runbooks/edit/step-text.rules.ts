/**
 * Words as the text of a list item: on one line, and kept from beginning another block.
 * @param typed Markdown of a line
 * @returns null when there is nothing
 */
export function asItemText(typed: string): string | null {
  const text = typed.replaceAll(/\s+/g, " ").trim();
  if (text === "") return null;
  const number = /^(\d{1,9})([.)](?: .*)?)$/.exec(text);
  if (number) return `${number[1]}\\${number[2]}`;
  return BEGINS_A_BLOCK.test(text) ? `\\${text}` : text;
}

/** Headings, bullets, quotes, fences, rules, boxes, definitions, HTML. */
const BEGINS_A_BLOCK =
  /^(?:#{1,6}(?: |$)|[-+*](?: |$)|>|`{3}|~{3}|(?:([-*_]) ?)(?:\1 ?){2,}$|\[[ xX]\](?: |$)|\[[^\]]*\]:|<[a-z/!?])/i;

export interface Option {
  id: string;
  name: string;
}

const SHOWN = 8;

/** What is offered for the words typed: names that begin with them, then those that hold them; never what is taken. */
export function optionsFor(options: readonly Option[], words: string, taken: readonly string[]): Option[] {
  const wanted = words.trim().toLowerCase();
  return options
    .filter(({ id, name }) => !taken.includes(id) && name.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted) || a.name.localeCompare(b.name))
    .slice(0, SHOWN);
}

/** The same of options that were found for the words elsewhere, and hold them perhaps not in their names. */
export function foundOptions(options: readonly Option[], words: string, taken: readonly string[]): Option[] {
  const named = new Set(optionsFor(options, words, taken));
  const others = options.filter((option) => !named.has(option) && !taken.includes(option.id));
  return [...named, ...others].slice(0, SHOWN);
}

/** The option that the words name in full; it is meant though it was not picked. */
export function namedBy(options: readonly Option[], words: string): Option | undefined {
  const wanted = words.trim().toLowerCase();
  return options.find(({ name }) => name.toLowerCase() === wanted);
}

/**
 * What is wrong with words that were typed and picked nothing; undefined without any.
 * @param noun what is picked: "service"
 */
export function leftOver(noun: string, options: readonly Option[], words: string): string | undefined {
  const typed = words.trim();
  if (typed === "") return undefined;
  return namedBy(options, typed)
    ? `Press Enter in this field to take ${typed}, or clear it.`
    : `No ${noun} is called ${typed}. Choose one of the list, or clear the field.`;
}

function rank({ name }: Option, wanted: string): number {
  return name.toLowerCase().startsWith(wanted) ? 0 : 1;
}

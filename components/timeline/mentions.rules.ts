/** Somebody who can be mentioned. */
export interface Mentionable {
  id: string;
  name: string;
}

/** What is being typed after an @, and where. */
export interface MentionQuery {
  /** Index of the @. */
  start: number;
  /** What follows it, up to the caret. */
  words: string;
}

const AT_MOST = 6;

/** The mention that is being typed at the caret, or null. An @ within a word (an address) begins none. */
export function mentionAt(text: string, caret: number): MentionQuery | null {
  const found = /(?:^|[\s(])@([^\s@]{0,30}(?: [^\s@]{0,30})?)$/.exec(text.slice(0, caret));
  if (!found) return null;
  const words = found[1] ?? "";
  return { start: caret - words.length - 1, words };
}

/** Those whose name, or any part of it, begins with what was typed. */
export function suggestPeople(query: MentionQuery, people: readonly Mentionable[]): Mentionable[] {
  const words = query.words.toLowerCase();
  const fits = ({ name }: Mentionable) => ` ${name.toLowerCase()}`.includes(` ${words}`);
  return people.filter(fits).slice(0, AT_MOST);
}

/** The text with the person's whole name in the place of what was typed, and where the caret then stands. */
export function insertMention(
  text: string,
  query: MentionQuery,
  person: Mentionable,
): { text: string; caret: number } {
  const before = `${text.slice(0, query.start)}@${person.name} `;
  const after = text.slice(query.start + 1 + query.words.length).replace(/^ /, "");
  return { text: before + after, caret: before.length };
}

/** Who is mentioned in a text: everyone whose whole name follows an @. */
export function mentionedIn(text: string, people: readonly Mentionable[]): string[] {
  const called = people.filter(({ name }) => text.includes(`@${name}`));
  // "@Sam Ward" does not call a Sam Wardle, nor "@Sam Wardle" a Sam Ward.
  return called
    .filter(({ name }) => {
      const longer = called.filter((other) => other.name !== name && other.name.startsWith(name));
      const rest = longer.reduce((left, other) => left.replaceAll(`@${other.name}`, ""), text);
      return rest.includes(`@${name}`);
    })
    .map(({ id }) => id);
}

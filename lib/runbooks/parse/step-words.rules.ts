import { plainText } from "./inline";
import { withoutColon } from "./labels";
import type { Inline, ParsedStep } from "./types";

/** Commands stand in blocks of their own; a title says what is to be done. */
type Titled = Pick<ParsedStep, "title" | "text" | "inlines" | "commands">;

/**
 * What a step is called wherever people read of it: its lead-in, of a long text one sentence, or its words without the
 * command that ends them.
 */
export function titleOf(step: Titled): string {
  if (step.title !== null) return step.title;
  const lead = leadInlines(step);
  return lead === step.inlines ? step.text : plainText(lead);
}

/** The words of a step whose last is ": `command`", without that: the command stands in a block below them. */
export function leadInlines(step: Pick<ParsedStep, "inlines" | "commands">): readonly Inline[] {
  const inlines = ownInlines(step);
  const command = inlines.findLastIndex(({ type }) => type === "code");
  const [last, before, after] = [inlines[command], inlines[command - 1], inlines.slice(command + 1)];
  const isCommand = last?.type === "code" && step.commands.some(({ text }) => text === last.text.trim());
  const endsIt = isCommand && /^[\s.;,]*$/.test(plainText(after));
  if (!endsIt || before?.type !== "text" || !/:\s*$/.test(before.text)) return inlines;
  const words = before.text.replace(/\s*:\s*$/, "");
  return [...inlines.slice(0, command - 1), ...(words ? [{ ...before, text: words }] : [])];
}

/** The title of a step as it is written, where that is a sentence of its text; null where it is not, or nothing else is. */
export function titleInlines(step: Titled): readonly Inline[] | null {
  const { title } = step;
  if (title === null || withoutColon(step.text) === title || isLedIn(step)) return null;
  const from = lengthOf(step.text.slice(0, Math.max(0, step.text.indexOf(title))));
  return cut(step.inlines, from, from + lengthOf(title));
}

/** What a step says behind its title; nothing where the title is all. */
export function behindTitle(step: Titled): readonly Inline[] {
  const { title } = step;
  if (title === null || withoutColon(step.text) === title) return [];
  const all = leadInlines(step);
  if (!isLedIn(step) && !step.text.startsWith(title)) return all;
  const [first, ...others] = isLedIn(step) ? all.slice(1) : (cut(all, lengthOf(title), Infinity) ?? all);
  if (first?.type !== "text") return first ? [first, ...others] : [];
  const words = first.text.replace(/^[\s:.–—-]+/, "");
  return words ? [{ ...first, text: words }, ...others] : others;
}

/** Whether the title is the bold words that begin the text. */
function isLedIn({ title, inlines: [lead] }: Titled): boolean {
  return lead?.type === "strong" && title !== null && withoutColon(plainText([lead])).startsWith(title);
}

/** Blanks do not count: they are joined in the words, not in their parts. */
function lengthOf(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** What stands between two places of a text; null where one of them is inside of code, a link or emphasis. */
function cut(inlines: readonly Inline[], from: number, to: number): Inline[] | null {
  const found: Inline[] = [];
  let end = 0;
  for (const inline of inlines) {
    const start = end;
    end += lengthOf(plainText([inline]));
    if (end <= from || start >= to) continue;
    if (start >= from && end <= to) found.push(inline);
    else if (inline.type === "text")
      found.push({ ...inline, text: slice(inline.text, from - start, to - start) });
    else return null;
  }
  return found;
}

function slice(text: string, from: number, to: number): string {
  let count = 0;
  return [...text]
    .filter((char) => {
      const isIn = count >= from && count < to;
      if (/\S/.test(char)) count += char.length;
      return isIn;
    })
    .join("");
}

/** The words of a step without the "or" at their end: it joins them to the next alternative, and says nothing alone. */
export function ownInlines({ inlines }: Pick<ParsedStep, "inlines">): readonly Inline[] {
  const last = inlines.at(-1);
  if (!last || last.type === "code" || !/(?:^|[\s,;])or[\s:,;.…]*$/i.test(wordsOf(last))) return inlines;
  if (last.type !== "text")
    return /^\W*or\W*$/i.test(wordsOf(last)) ? trimmed(inlines.slice(0, -1)) : inlines;
  return trimmed([...inlines.slice(0, -1), { ...last, text: last.text.replace(/\bor[\s:,;.…]*$/i, "") }]);
}

/** The same words where no link can stand: inside of something that is pressed itself. */
export function withoutLinks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => {
    if (!("children" in inline)) return inline;
    const children = withoutLinks(inline.children);
    return inline.type === "link" ? children : { ...inline, children };
  });
}

function wordsOf(inline: Inline): string {
  return plainText([inline]);
}

/** Without the comma or the space that stood before what was taken away. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last?.type !== "text") return inlines;
  const text = last.text.replace(/[\s,;]+$/, "");
  return [...inlines.slice(0, -1), ...(text ? [{ ...last, text }] : [])];
}

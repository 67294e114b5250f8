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

/** What a step says behind its title; nothing where the title is all. */
export function behindTitle(step: Titled): readonly Inline[] {
  if (step.title === null || withoutColon(step.text) === step.title) return [];
  const all = leadInlines(step);
  const [lead, ...rest] = all;
  if (lead?.type !== "strong" || !withoutColon(plainText([lead])).startsWith(step.title))
    return step.text.startsWith(step.title) ? behind(all, step.title) : all;
  const [first, ...others] = rest;
  if (first?.type !== "text") return rest;
  const words = first.text.replace(/^[\s:.–—-]+/, "");
  return words ? [{ ...first, text: words }, ...others] : others;
}

/** What is left of a text when its first words are taken away; what they end within stays whole. */
function behind(inlines: readonly Inline[], words: string): readonly Inline[] {
  let left = words.replace(/\s/g, "").length;
  for (const [at, inline] of inlines.entries()) {
    const length = plainText([inline]).replace(/\s/g, "").length;
    if (length <= left) {
      left -= length;
      continue;
    }
    if (inline.type !== "text") return inlines.slice(at);
    const rest = inline.text.replace(new RegExp(`^(?:\\s*\\S){${String(left)}}[\\s:.–—-]*`), "");
    return rest ? [{ ...inline, text: rest }, ...inlines.slice(at + 1)] : inlines.slice(at + 1);
  }
  return [];
}

/** The words of a step without the "or" at their end: it joins them to the next alternative, and says nothing alone. */
export function ownInlines({ inlines }: Pick<ParsedStep, "inlines">): readonly Inline[] {
  const last = inlines.at(-1);
  if (!last || last.type === "code" || !/(?:^|[\s,;])or[\s:,;.…]*$/i.test(wordsOf(last))) return inlines;
  if (last.type !== "text")
    return /^\W*or\W*$/i.test(wordsOf(last)) ? trimmed(inlines.slice(0, -1)) : inlines;
  return trimmed([...inlines.slice(0, -1), { ...last, text: last.text.replace(/\bor[\s:,;.…]*$/i, "") }]);
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

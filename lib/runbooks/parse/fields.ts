import type { Inline, LineRange, StepField } from "./types";
import { joinLines, plainText } from "./inline";

/** What a line of a step says about itself in the house format. */
export type FieldKind = "expect" | "ifFails" | "command";

/** The lines of a text, each with its line in the document. */
export type TextLine = { inlines: Inline[]; line: number };

/**
 * Splits a text at its line ends (soft and hard) outside of links and emphasis.
 *
 * @param inlines from `readInlines`, lines not yet joined; `start` the line on which it begins
 */
export function splitLines(inlines: readonly Inline[], start: number): TextLine[] {
  const lines: TextLine[] = [{ inlines: [], line: start }];
  let line = start;
  for (const inline of inlines) {
    const parts = inline.type === "text" ? inline.text.split("\n") : null;
    if (!parts) {
      lines.at(-1)?.inlines.push(inline);
      line += plainLineEnds([inline]);
      continue;
    }
    parts.forEach((text, i) => {
      if (i > 0) lines.push({ inlines: [], line: ++line });
      if (text !== "") lines.at(-1)?.inlines.push({ type: "text", text });
    });
  }
  return lines;
}

/** Which field a text begins, told by its label: "Expected result: …", "If this fails: …", "Command: …". */
export function fieldKind(inlines: readonly Inline[]): FieldKind | null {
  const text = plainText(inlines);
  return FIELDS.find(([, label]) => label.test(text))?.[0] ?? null;
}

/** The content of a field without its label. */
export function readField(inlines: readonly Inline[], lines: LineRange): StepField {
  const content = dropLabel(joinLines(inlines));
  return { text: plainText(content), inlines: content, lines };
}

const FIELDS: readonly (readonly [FieldKind, RegExp])[] = [
  ["expect", /^(?:expect(?:ed)?(?: (?:results?|outcomes?|outputs?|behaviou?r))?|you should see|success looks like)\s*:/i],
  ["ifFails", /^(?:if (?:this|it|that|the step) (?:fails|does(?:n['’]t| not) work)|(?:what to do )?(?:if this|on|upon|in case of) fail(?:s|ure)|if not|otherwise)\s*:/i],
  ["command", /^(?:command|run|action|command or action)\s*:/i],
]; // oxfmt-ignore

/** Drops everything up to the first colon, wherever it stands in bold or plain text. */
function dropLabel(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (!first) return [];
  const words = plainText([first]);
  const colon = first.type === "text" ? first.text.indexOf(":") : -1;
  if (first.type === "text" && colon >= 0)
    return [{ type: "text", text: first.text.slice(colon + 1).trimStart() }, ...rest];
  if (words.endsWith(":")) return trimStart(rest);
  const [next, ...others] = rest;
  if (next?.type === "text")
    return trimStart([{ type: "text", text: next.text.replace(/^\s*:/, "") }, ...others]);
  return dropLabel(rest);
}

function trimStart(inlines: Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  return first?.type === "text" ? [{ type: "text", text: first.text.trimStart() }, ...rest] : inlines;
}

function plainLineEnds(inlines: readonly Inline[]): number {
  return inlines.reduce((count, inline) => {
    if (inline.type === "text") return count + inline.text.split("\n").length - 1;
    return "children" in inline ? count + plainLineEnds(inline.children) : count;
  }, 0);
}

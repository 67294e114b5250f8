/** Inline marks beyond which one stretch of text would cost Markdown parsers quadratic time. */
const MAX_MARKS = 2_000;
/** Quotes and lists opened on one line beyond which their recursion would run out of stack. */
const MAX_CONTAINERS = 24;

const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const FIRST_NONCHARACTER = 0xfdd0;

/**
 * Hides marks in stretches of text that no person wrote (thousands of brackets in one paragraph,
 * dozens of quotes on one line), so that parsing stays linear. `rearm` brings the text back unaltered.
 *
 * @returns the lines to parse, and which of them (from 1) are now read as plain text.
 */
export function disarm(lines: readonly string[]): { lines: string[]; disarmed: number[] } {
  const out = [...lines];
  const disarmed: number[] = [];
  const hide = (index: number, from: number) => {
    out[index] = hideMarks(lines[index] ?? "", from);
    disarmed.push(index + 1);
  };
  let start = 0;
  while (start < lines.length) {
    let end = start;
    let marks = 0;
    while (end < lines.length && (lines[end] ?? "").trim() !== "") marks += countMarks(lines[end++] ?? "");
    if (marks > MAX_MARKS) for (let i = start; i < end; i++) hide(i, 4);
    else for (let i = start; i < end; i++) if (countContainers(lines[i] ?? "") > MAX_CONTAINERS) hide(i, 0);
    start = end + 1;
  }
  return { lines: out, disarmed };
}

/** Brings back what `disarm` hid. */
export function rearm(text: string): string {
  return text.replace(
    /[\uFDD0-\uFDEF]/g,
    (mark) => PUNCTUATION[mark.charCodeAt(0) - FIRST_NONCHARACTER] ?? mark,
  );
}

function hideMarks(line: string, from: number): string {
  return (
    line.slice(0, from) +
    line.slice(from).replace(/[[\]*_~<>&!`.)+-]/g, (mark) => {
      return String.fromCharCode(FIRST_NONCHARACTER + PUNCTUATION.indexOf(mark));
    })
  );
}

function countMarks(line: string): number {
  let count = 0;
  for (const char of line) if ("[]*_~<&!".includes(char)) count++;
  return count;
}

function countContainers(line: string): number {
  const prefix = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/.exec(line)?.[0] ?? "";
  return prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
}

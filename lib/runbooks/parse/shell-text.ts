/** A logical line of a shell script: one command over as many lines as it takes. */
export type LogicalLine = { text: string; first: number; last: number };

/** A block that is never closed must not swallow the rest of a document; of quotes, an apostrophe may seem to open one. */
export const MAX_LINES = 200;
const MAX_QUOTED = 60;

/**
 * Joins the command that starts at a line with the lines that belong to it: after a trailing `\` (or
 * PowerShell's backtick), a pipe or `&&`, inside an open quote, a here-document, a loop or a condition.
 *
 * @param lines the script; `at` the index of the command's first line
 * @returns the command's text and the indexes of its first and last line
 */
export function logicalLine(lines: readonly string[], at: number): LogicalLine {
  let text = (lines[at] ?? "").trim();
  let last = at;
  while (last + 1 < lines.length && last - at < MAX_LINES) {
    const next = lines[last + 1] ?? "";
    if (CONTINUED.test(text)) text = `${text.replace(CONTINUED, "")} ${next.trim()}`.trim();
    else if (/(?:\||&&)$/.test(text) && next.trim() !== "") text = `${text} ${next.trim()}`;
    else break;
    last++;
  }
  const end = blockEnd(lines, last, text);
  if (end > last) return { text: [text, ...lines.slice(last + 1, end + 1)].join("\n"), first: at, last: end };
  return { text, first: at, last };
}

const CONTINUED = /(?:^|\s)(?:\\|`)$|\\$/;

/** The index of the line on which a here-document, block or quote ends; `from` when none is open or it never ends. */
function blockEnd(lines: readonly string[], from: number, text: string): number {
  const ends = endTest(lines[from] ?? "", text);
  if (ends) return findEnd(lines, from, ends);
  let quote = openQuote(text, null);
  if (quote === null) return /\{$/.test(text) ? bracesEnd(lines, from) : from;
  for (let i = from + 1; i < lines.length && i - from < MAX_QUOTED; i++) {
    quote = openQuote(lines[i] ?? "", quote);
    if (quote === null) return i;
  }
  return from;
}

/** The index of the line that closes what a `{` at the end of a line opened, with `else` and `catch` behind it. */
function bracesEnd(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let i = from; i < lines.length && i - from < MAX_LINES; i++) {
    const line = lines[i] ?? "";
    depth += line.split("{").length - line.split("}").length;
    if (depth <= 0 && !/^\s*(?:else|elseif|catch|finally)\b/i.test(lines[i + 1] ?? "")) return i;
  }
  return from;
}

function endTest(line: string, text: string): ((line: string) => boolean) | null {
  const tag = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/.exec(text)?.[2];
  if (tag) return (next) => next.trim() === tag;
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const word = BLOCKS.find(([opens, , closed]) => opens.test(text) && !closed.test(text))?.[1];
  return word ? (next) => next.startsWith(indent + word) : null;
}

/** What opens a block, the word at the same indentation that ends it, and how it looks on one line. */
const BLOCKS: readonly (readonly [opens: RegExp, ends: string, closed: RegExp])[] = [
  [/^(?:for|while|until)\b(?!.*\{$)/, "done", /\bdone\b/],
  [/^if\s(?!.*\{$)/, "fi", /\bfi\b/],
  [/^case\s/, "esac", /\besac\b/],
  [/^\($/, ")", /\)$/],
  [/^(?:function\s+\S+|[\w-]+\s*\(\))\s*\{/, "}", /\}$/],
];

function findEnd(lines: readonly string[], from: number, ends: (line: string) => boolean): number {
  for (let i = from + 1; i < lines.length && i - from < MAX_LINES; i++) if (ends(lines[i] ?? "")) return i;
  return from;
}

/** The quote that is still open at the end of a text, given the one open at its start. */
function openQuote(text: string, before: string | null): string | null {
  let quote = before;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === "\\" && quote !== "'") i++;
    else if (quote !== null) quote = char === quote ? null : quote;
    else if (char === "#" && (i === 0 || /\s/.test(text.charAt(i - 1)))) return null;
    else if (char === "'" || char === '"') quote = char;
  }
  return quote;
}

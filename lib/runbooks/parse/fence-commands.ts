import { commandKind, looksRunnable, makeCommand } from "./commands";
import { readHttp } from "./http";
import { isPowerShell } from "./powershell";
import { hasPrompt, isOfRoot, readShell, type ShellPiece } from "./shell";
import { readStatements } from "./sql";
import { isSqlFence } from "./sql-words";
import type { Command, HttpCheck } from "./types";

const SHELLS = new Set(
  "bash sh shell zsh ksh fish console shell-session sh-session shellsession terminal powershell ps1 pwsh cmd bat batch".split(
    " ",
  ),
);

/** The output of a program kept, or a loop: `SHA=$(git rev-parse HEAD)`, `$h = Get-Host`, `for pod in …; do`. */
const STARTS_SCRIPT = new RegExp(
  [
    String.raw`^\s*(?:(?:export\s+)?[A-Za-z_]\w*=(?:\$\(|\S*\s*;\s)|(?:for|while|until)\s.*(?:\bdo\b|;$))`,
    String.raw`^\s*(?:\$[A-Za-z_]\w*\s*=\s*\(?[A-Z][a-z]+-[A-Z]|foreach\s*\(\s*\$\w+\s+in\s)`,
  ].join("|"),
);

/** Whether a fence of this language (or of none) holds lines to run. */
export function isShellFence(text: string, named: string | null): boolean {
  const lang = unlessPlain(named);
  if (isSqlFence(text, lang)) return text.split("\n").some(hasPrompt);
  if (lang !== null) return SHELLS.has(/[a-z][\w-]*/.exec(lang.toLowerCase())?.[0] ?? "");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.some(hasPrompt) || isOfRoot(lines)) return true;
  const code = lines.filter((line) => !line.trimStart().startsWith("#"));
  const isRunnable = (line: string) => looksRunnable(line) || STARTS_SCRIPT.test(line);
  const [first = ""] = code;
  return first !== "" && (isRunnable(first) || code.filter(isRunnable).length * 2 >= code.length);
}

/** Whether a fence holds something to run, in a shell or in a database. */
export function isRunnableFence(text: string, lang: string | null): boolean {
  return isShellFence(text, lang) || isSqlFence(text, unlessPlain(lang));
}

/** A language that says nothing of what it holds: plain text, and "java", which Confluence gives to all code. */
function unlessPlain(lang: string | null): string | null {
  return lang !== null && /^(?:te?xt|plain(?:text)?|none|java)$/i.test(lang) ? null : lang;
}

/**
 * The commands and requests of a fence.
 *
 * @param firstLine line of the document (from 1) on which the fence's text begins
 */
export function readFenceCommands(
  text: string,
  named: string | null,
  firstLine: number,
): { commands: Command[]; http: HttpCheck[] } {
  const lang = unlessPlain(named);
  if (lang?.toLowerCase() === "http" || (lang === null && isRequest(text.trimStart()))) {
    return {
      commands: [],
      http: readRequests(text.split("\n").map((line, i) => ({ line: firstLine + i, text: line }))),
    };
  }
  const slash = lang === null ? readSlash(text, firstLine) : null;
  if (slash) return { commands: slash, http: [] };
  if (isSqlFence(text, lang) && !text.split("\n").some(hasPrompt))
    return { commands: readStatements(text, firstLine), http: [] };
  if (!isShellFence(text, lang)) return { commands: [], http: [] };
  const pieces = readShell(text, lang);
  const words = wordsOfCommands(pieces);
  return readPieces(pieces, firstLine, {
    kind: shellOf(text, lang),
    commentsOf: (command) => words.get(command) ?? [],
  });
}

/** Whose lines a shell fence holds: before those of PowerShell stands no `$`. */
export function shellOf(text: string, lang: string | null): "shell" | "powershell" {
  return isPowerShell(text, lang) ? "powershell" : "shell";
}

/** Commands of a chat or tool, where there is nothing else: `/deploy web --canary`. */
function readSlash(text: string, firstLine: number): Command[] | null {
  const lines = text.split("\n").map((line, i) => ({ text: line.trim(), at: firstLine + i }));
  const said = lines.filter(({ text }) => text !== "" && !text.startsWith("#"));
  if (said.length === 0 || !said.every(({ text }) => text.includes(" ") && commandKind(text) === "slash"))
    return null;
  return said.map(({ text, at }) => makeCommand(text, { start: at, end: at }, { kind: "slash" }));
}

/**
 * Commands, each with its comment, and requests.
 *
 * @param more `commentsOf` the indexes of the pieces that are a command's comment; absent: those directly above it
 */
export function readPieces(
  pieces: readonly ShellPiece[],
  firstLine: number,
  more: { kind: Command["kind"]; commentsOf?: (command: number) => number[] },
): { commands: Command[]; http: HttpCheck[] } {
  const { kind, commentsOf = (command: number) => commentsOfCommand(pieces, command) } = more;
  const commands = pieces.flatMap((piece, i) => {
    if (piece.kind !== "command") return [];
    const lines = { start: firstLine + piece.first, end: firstLine + piece.last };
    const words = commentsOf(i).map((at) => pieces[at]?.text.trim() ?? "");
    return [makeCommand(piece.text, lines, { kind, comment: words.join("\n").trim() || null })];
  });
  const requests = pieces.filter((piece) => piece.kind === "request");
  return {
    commands,
    http: readRequests(requests.map((piece) => ({ line: firstLine + piece.first, text: piece.text }))),
  };
}

function isRequest(text: string): boolean {
  return /^(?:GET|HEAD|POST|PUT|PATCH|DELETE) (?:\/|https?:\/\/)\S+(?: HTTP\/[\d.]+)?\s*(?:\n|$)/.test(text);
}

function readRequests(lines: readonly { line: number; text: string }[]): HttpCheck[] {
  return lines.flatMap(({ line, text }) => readHttp(text, line) ?? []);
}

/**
 * For each command, indexes of what is said to whoever runs it: comments and sentences between the command before and
 * this one, and behind the last one. A comment in what was printed is none.
 */
function wordsOfCommands(pieces: readonly ShellPiece[]): Map<number, number[]> {
  const words = new Map<number, number[]>();
  let own: number[] = [];
  let printedTo = -2;
  let command = -1;
  pieces.forEach((piece, i) => {
    const isBelow = piece.first === printedTo + 1;
    if (piece.kind === "command") {
      const all = new Set([...own, ...commentsOfCommand(pieces, i)]);
      words.set(
        i,
        Array.from(all).sort((a, b) => a - b),
      );
      [own, command] = [[], i];
    } else if (piece.kind === "printed" || isBelow) {
      // "Expected:" directly above what was printed leads into that.
      const lead = pieces[i - 1];
      if (
        own.at(-1) === i - 1 &&
        lead?.kind === "comment" &&
        lead.last === piece.first - 1 &&
        /:\s*$/.test(lead.text)
      )
        own.splice(-1);
      printedTo = piece.last;
    } else if ((piece.kind === "comment" || piece.kind === "said") && /[\p{L}\p{N}]/u.test(piece.text))
      own.push(i);
  });
  words.get(command)?.push(...own);
  return words;
}

/** Indexes of the comments that stand directly above a command, without a blank line between. */
export function commentsOfCommand(pieces: readonly ShellPiece[], command: number): number[] {
  const found: number[] = [];
  for (let i = command - 1, line = pieces[command]?.first ?? 0; i >= 0; i--) {
    const piece = pieces[i];
    if (piece?.kind !== "comment" || piece.last !== line - 1 || isListed(piece.text)) break;
    found.unshift(i);
    line = piece.first;
  }
  return found;
}

/** Whether a comment is an item of a list: `- …`, `a) …`. */
export function isListed(comment: string): boolean {
  return /^\s*(?:[-*•]|[a-z]\))\s/.test(comment);
}

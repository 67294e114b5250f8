import { commandKind, looksRunnable, makeCommand } from "./commands";
import { readHttp } from "./http";
import { hasPrompt, isOfRoot, readShell, type ShellPiece } from "./shell";
import { readStatements } from "./sql";
import { isSqlFence } from "./sql-words";
import type { Command, HttpCheck } from "./types";

const SHELLS = new Set(
  "bash sh shell zsh ksh fish console shell-session sh-session shellsession terminal powershell ps1 pwsh cmd bat batch".split(
    " ",
  ),
);

/** The output of a program kept, or a loop: `SHA=$(git rev-parse HEAD)`, `for pod in …; do`. */
const STARTS_SCRIPT =
  /^\s*(?:(?:export\s+)?[A-Za-z_]\w*=(?:\$\(|\S*\s*;\s)|(?:for|while|until)\s.*(?:\bdo\b|;$))/;

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
  return readPieces(readShell(text), firstLine);
}

/** Commands of a chat or tool, where there is nothing else: `/deploy web --canary`. */
function readSlash(text: string, firstLine: number): Command[] | null {
  const lines = text.split("\n").map((line, i) => ({ text: line.trim(), at: firstLine + i }));
  const said = lines.filter(({ text }) => text !== "" && !text.startsWith("#"));
  if (said.length === 0 || !said.every(({ text }) => text.includes(" ") && commandKind(text) === "slash"))
    return null;
  return said.map(({ text, at }) => makeCommand(text, { start: at, end: at }, { kind: "slash" }));
}

/** Commands with the comment that stands directly above each, and requests. */
export function readPieces(
  pieces: readonly ShellPiece[],
  firstLine: number,
): { commands: Command[]; http: HttpCheck[] } {
  const commands = pieces.flatMap((piece, i) => {
    if (piece.kind !== "command") return [];
    const lines = { start: firstLine + piece.first, end: firstLine + piece.last };
    return [makeCommand(piece.text, lines, { comment: commentOf(pieces, i) })];
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

function commentOf(pieces: readonly ShellPiece[], command: number): string | null {
  const words = commentsOfCommand(pieces, command).map((i) => pieces[i]?.text ?? "");
  return words.join(" ").trim() || null;
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

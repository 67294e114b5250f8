import { logicalLine, MAX_LINES } from "./shell-text";

/** One piece of a shell fence, in order; blank lines are left out. Lines count from 0 within the fence. */
export type ShellPiece = {
  kind: "command" | "comment" | "request" | "other";
  /** Without prompt; a comment without its mark. */
  text: string;
  first: number;
  last: number;
};

/**
 * Tells the runnable lines of a shell fence from comments, sample output, configuration and keys.
 * Where some lines carry a prompt, only they are commands: the others are what they printed.
 */
export function readShell(script: string): ShellPiece[] {
  const lines = script.split("\n");
  const prompted = lines.some((line) => PROMPT.test(line));
  const pieces: ShellPiece[] = [];
  let block: "output" | "config" | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trim() === "") {
      block = null;
      continue;
    }
    const kind = kindOf(line, prompted, block);
    if (kind !== "command") {
      block = kind === "output" || kind === "config" ? kind : block;
      pieces.push({
        kind: PIECE[kind],
        text: kind === "comment" ? uncomment(line) : line,
        first: i,
        last: i,
      });
      continue;
    }
    block = prompted ? "output" : null;
    const command = logicalLine([withoutPrompt(line), ...lines.slice(i + 1, i + 1 + MAX_LINES)], 0);
    pieces.push({ kind: "command", text: command.text, first: i, last: i + command.last });
    i += command.last;
  }
  return pieces;
}

/** The text without a shell's prompt. */
export function withoutPrompt(line: string): string {
  return line.replace(PROMPT, "");
}

/** Whether a line begins with a shell's prompt. */
export function hasPrompt(line: string): boolean {
  return PROMPT.test(line);
}

type LineKind = "command" | "comment" | "request" | "output" | "config" | "other";

const PIECE = {
  comment: "comment",
  request: "request",
  output: "other",
  config: "other",
  other: "other",
} as const;

const PROMPT =
  /^\s*(?:\([\w.-]+\)\s*)?(?:[$❯➜%]\s+(?=\S)|\[?[\w.-]+@[\w.-]+[^$#\n]{0,60}[$#]\s+(?=\S)|(?:PS )?[A-Z]:\\[^>\n]{0,80}>\s*(?=\S))/;

function kindOf(line: string, prompted: boolean, block: "output" | "config" | null): LineKind {
  const text = line.trim();
  if (prompted && PROMPT.test(line)) return "command";
  if (text.startsWith("#!")) return "other";
  if (/^(?:#|REM\s|::)/.test(text)) return "comment";
  if (prompted) return "output";
  if (/^(?:GET|HEAD|POST|PUT|PATCH|DELETE)\s+(?:\/|https?:)/.test(text)) return "request";
  if (/^(?:ctrl|cmd|alt|shift|⌘|\^)\s*[+-]\s*\S+/i.test(text)) return "other";
  if (/^(?:\.{3}|…)/.test(text) || isForm(text) || isProse(text)) return "other";
  if (block === "output" || isOutput(text)) return "output";
  if (isConfig(text) || (block === "config" && /^(?:\s|- )/.test(line))) return "config";
  return "command";
}

/** JSON, a listing of files, and the header of a column listing, with the rows below it. */
function isOutput(text: string): boolean {
  return (
    /^(?:total \d+$|[-dlrwxst]{10}\s|[{}\]]|\[(?!\[?\s)|"[^"]*":)/.test(text) ||
    /^[A-Z][A-Z_()-]+(?:\s{2,}[A-Z][A-Z_()-]*)+\s*$/.test(text)
  );
}

/** What a person fills in or reads: "Business impact:", "Version: <version>", a placeholder or code at the front. */
function isForm(text: string): boolean {
  return /^[A-Z][a-zA-Z]*(?: [A-Za-z]+){1,4}:(?:\s|$)|^<[^>]+>\s+\S|^`[^`]+`/.test(text);
}

/** Sentences, items of lists, notes of SQL, and rows of numbers: nothing that a shell could run. */
function isProse(text: string): boolean {
  return (
    /^(?:\d{1,4}[.)]|\*|-{1,2}|•|\d+(?:\.\d+)*%?,?)\s/.test(text) ||
    /^[A-Z][a-z]+(?: [\p{L}\p{N},'’-]+){2,}[.:?!,]?$/u.test(text)
  );
}

/** `key:` and `key: value` of YAML. */
function isConfig(text: string): boolean {
  return /^(?:- )?["']?[\w.-]+["']?:(?:\s|$)/.test(text);
}

function uncomment(line: string): string {
  return line.trim().replace(/^(?:#+|REM\s|::)\s?/, "");
}

import { looksRunnable } from "./commands";
import { isExecutable } from "./executables";
import { isPowerShell, powerShellLine } from "./powershell";
import { isConfig, isForm, isOutput, isPrinted, isProse, isSentence } from "./shell-output";
import { logicalLine, MAX_LINES } from "./shell-text";

/** One piece of a shell fence, in order; blank lines are left out. Lines count from 0 within the fence. */
export type ShellPiece = {
  kind: "command" | "comment" | "request" | "said" | "printed" | "other";
  /** Without prompt; a comment without its mark. `said` is a sentence or a key to press, `printed` sample output. */
  text: string;
  first: number;
  last: number;
};

/**
 * Tells the runnable lines of a shell fence from comments, sample output, configuration and keys.
 * Where some lines carry a prompt, only they are commands: the others are what they printed.
 */
export function readShell(script: string, lang: string | null): ShellPiece[] {
  const reading = { lines: asRoot(script.split("\n")), windows: isPowerShell(script, lang) };
  const prompted = reading.lines.some((line) => PROMPT.test(line));
  const pieces: ShellPiece[] = [];
  let block: Block = null;
  for (let i = 0; i < reading.lines.length; i++) {
    const line = (reading.lines[i] ?? "").replace(/^\u200B+/, "");
    if (line.trim() === "") {
      block = null;
      continue;
    }
    const kind = kindOf(line, reading.lines[i + 1] ?? "", { prompted, block, windows: reading.windows });
    if (kind === "command") block = prompted ? "output" : null;
    else if (kind === "output" || kind === "config") block = kind;
    const piece = pieceAt(reading, line, i, kind);
    pieces.push(piece);
    i = piece.last;
  }
  return pieces;
}

type Block = "output" | "config" | null;

function pieceAt(
  { lines, windows }: { lines: readonly string[]; windows: boolean },
  line: string,
  at: number,
  kind: LineKind,
): ShellPiece {
  if (kind === "command") {
    const own = [withoutPrompt(line), ...lines.slice(at + 1, at + 1 + MAX_LINES)];
    const { text, last } = windows ? powerShellLine(own, 0) : logicalLine(own, 0);
    return { kind, text, first: at, last: at + last };
  }
  if (kind === "comment" && windows && line.trimStart().startsWith("<#")) {
    const below = lines.slice(at, at + MAX_LINES);
    const own = below
      .slice(
        0,
        Math.max(
          below.findIndex((text) => text.includes("#>")),
          0,
        ) + 1,
      )
      .map((text) => text.replace(/^\s*<#\s?|\s?#>\s*$/g, "").trim());
    return { kind, text: own.join("\n").trim(), first: at, last: at + own.length - 1 };
  }
  return { kind: PIECE[kind], text: kind === "comment" ? uncomment(line) : line, first: at, last: at };
}

/** The marks "# " of a session of root are its prompts, not comments. */
function asRoot(lines: readonly string[]): readonly string[] {
  return isOfRoot(lines) ? lines.map((line) => line.replace(/^(\s*)# /, "$1$ ")) : lines;
}

/**
 * Whether a program follows each "# ", and all else was printed: there is nothing else, or nothing that runs, and some
 * line has what no sentence has (a flag, a path).
 */
export function isOfRoot(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== "");
  const isMarked = (line: string) => /^\s*#/.test(line);
  const marked = said.filter(isMarked);
  if (marked.length === 0 || !marked.every((line) => isExecutable(/^\s*# (\S+)/.exec(line)?.[1] ?? "")))
    return false;
  if (marked.length === said.length) return true;
  const others = said.filter((line) => !isMarked(line));
  return (
    marked.some((line) => /\s(?:-{1,2}\w|[./~]*\/\w)/.test(line)) &&
    !others.some((line) => looksRunnable(line) || PROMPT.test(line))
  );
}

/** The text without a shell's prompt. */
export function withoutPrompt(line: string): string {
  return line.replace(PROMPT, "");
}

/** Whether a line begins with a shell's prompt. */
export function hasPrompt(line: string): boolean {
  return PROMPT.test(line);
}

type LineKind = "command" | "comment" | "request" | "output" | "config" | "printed" | "said" | "other";

const PIECE = {
  comment: "comment",
  request: "request",
  output: "printed",
  config: "printed",
  printed: "printed",
  said: "said",
  other: "other",
} as const;

/** What is said to a database in capitals. */
const STATEMENTS =
  "SELECT|INSERT|UPDATE|DELETE|ALTER|CREATE|DROP|TRUNCATE|VACUUM|ANALYZE|REINDEX|EXPLAIN|SHOW|SET|BEGIN|COMMIT|ROLLBACK|CHECKPOINT|CALL|GRANT|REVOKE|WITH";

/** `$`, `[node] $`, `root@db1:~#`, `db1:~$`, `/srv $`, `sh-5.1#`, `PS C:\>`, `PS>`, and those of databases: `shop=#`, `mysql>`. */
const PROMPT = new RegExp(
  "^\\s*(?:[([][\\w.-]+[)\\]]\\s*)?(?:" +
    [
      "(?:\\$>?|[❯➜%](?:\\s+~[\\w./-]*)?)\\s+",
      "[a-z][\\w-]*\\$\\s+",
      "\\[?[\\w.-]+@[\\w.-]+[^$#\\n]{0,60}[$#]\\s+",
      "(?:[\\w.-]+:)?[~/][\\w./~-]*(?:\\s[$#]|(?=[$#])(?<=:[~/][\\w./~-]*)[$#])\\s+",
      "[a-z]+-\\d+(?:\\.\\d+)*[$#]\\s+",
      `\\w+(?:=[#>]|#)\\s+(?=(?:[a-z\\\\]+|${STATEMENTS})\\b)`,
      "(?:mysql|mariadb|redis|mongo|psql|cqlsh|sqlite|[\\d.]+:\\d+)>\\s+",
      "(?:PS )?[A-Z]:\\\\[^>\\n]{0,80}>\\s*",
      "PS>\\s*",
    ].join("|") +
    ")(?=\\S)",
);

function kindOf(
  line: string,
  next: string,
  { prompted, block, windows }: { prompted: boolean; block: Block; windows: boolean },
): LineKind {
  const text = line.trim();
  if (prompted && PROMPT.test(line)) return "command";
  if (text.startsWith("#!")) return "other";
  if (/^(?:#|REM\s|::)/i.test(text) || (windows && text.startsWith("<#"))) return "comment";
  if (prompted) return "output";
  if (/^(?:GET|HEAD|POST|PUT|PATCH|DELETE)\s+(?:\/|https?:)/.test(text)) return "request";
  if (block !== "output" && isSaid(text)) return "said";
  if (/^(?:\.{3}|…)/.test(text) || isForm(text) || isProse(text) || isSaid(text)) return "other";
  if (block !== "output" && opensGroup(text, next, windows)) return "command";
  const runs = isExecutable(text.split(" ", 1)[0] ?? "") && looksRunnable(text);
  if ((block === "output" && !runs) || isOutput(text)) return "output";
  if (isPrinted(text)) return "printed";
  if (isConfig(text) || (block === "config" && /^(?:\s|- )/.test(line))) return "config";
  return "command";
}

/** A sentence, or a key to press. */
function isSaid(text: string): boolean {
  return isSentence(text) || /^(?:ctrl|cmd|alt|shift|⌘|\^)\s*[+-]\s*\S+/i.test(text);
}

/** A group of commands, `{ …; }` or `( … )`, and a type of PowerShell, `[int]$port = 80`: no JSON, no listing. */
function opensGroup(text: string, next: string, windows: boolean): boolean {
  const inside = text.slice(1).trim() || next.trim();
  if (windows)
    return (
      /^(?:\[[A-Za-z][\w.]*(?:\[\])?\]|\})/.test(text) || (text.startsWith("{") && !/^["}]/.test(inside))
    );
  return /^[({](?:\s|$)/.test(text) && looksRunnable(inside);
}

function uncomment(line: string): string {
  return line.trim().replace(/^(?:#+|REM\s|::)\s?/i, "");
}

import { looksRunnable } from "./commands";
import { isExecutable } from "./executables";
import { isConfig, isForm, isOutput, isPrinted, isProse } from "./shell-output";
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
  const lines = asRoot(script.split("\n"));
  const prompted = lines.some((line) => PROMPT.test(line));
  const pieces: ShellPiece[] = [];
  let block: "output" | "config" | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? "").replace(/^\u200B+/, "");
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

type LineKind = "command" | "comment" | "request" | "output" | "config" | "other";

const PIECE = {
  comment: "comment",
  request: "request",
  output: "other",
  config: "other",
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
      "(?:[\\w.-]+:)?[~/][\\w./~-]*(?:\\s[$#]|(?<=:[~/][\\w./~-]*)[$#])\\s+",
      "[a-z]+-\\d+(?:\\.\\d+)*[$#]\\s+",
      `\\w+(?:=[#>]|#)\\s+(?=(?:[a-z\\\\]+|${STATEMENTS})\\b)`,
      "(?:mysql|mariadb|redis|mongo|psql|cqlsh|sqlite|[\\d.]+:\\d+)>\\s+",
      "(?:PS )?[A-Z]:\\\\[^>\\n]{0,80}>\\s*",
      "PS>\\s*",
    ].join("|") +
    ")(?=\\S)",
);

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
  if (isPrinted(text)) return "other";
  if (isConfig(text) || (block === "config" && /^(?:\s|- )/.test(line))) return "config";
  return "command";
}

function uncomment(line: string): string {
  return line.trim().replace(/^(?:#+|REM\s|::)\s?/, "");
}

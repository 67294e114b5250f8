import { dangerOf } from "./danger";
import { beginsPowerShell, isExecutable } from "./executables";
import { readHttp } from "./http";
import { placeholdersIn } from "./placeholders.rules";
import { plainText } from "./inline";
import { isStatement, withoutComments } from "./sql-words";
import { endOf } from "./trim";
import type { Command, HttpCheck, Inline, LineRange } from "./types";

/** A command as it is shown, copied and marked. */
export function makeCommand(
  text: string,
  lines: LineRange,
  more: { kind?: Command["kind"]; comment?: string | null } = {},
): Command {
  return {
    text,
    kind: kindOf(text, more.kind ?? "shell"),
    comment: more.comment ?? null,
    danger:
      more.kind === "slash"
        ? null
        : dangerOf(more.kind === "sql" ? withoutComments(text.slice(0, 4_000)) : text),
    placeholders: placeholdersIn(text),
    lines,
  };
}

function kindOf(text: string, kind: Command["kind"]): Command["kind"] {
  return kind === "shell" && beginsPowerShell(text) ? "powershell" : kind;
}

/** The commands and HTTP requests that stand in code spans of a text, each filling its whole span. */
export function readCodeSpans(
  inlines: readonly Inline[],
  lines: LineRange,
): { commands: Command[]; http: HttpCheck[] } {
  const commands: Command[] = [];
  const http: HttpCheck[] = [];
  for (const { code, before } of codeSpans(inlines)) {
    const request = readHttp(code, lines.start);
    const kind = request || (IS_PLACE.test(before) && /^\/\S+$/.test(code)) ? null : commandKind(code);
    if (request) http.push(request);
    else if (kind) commands.push(makeCommand(withoutMark(code), lines, { kind }));
    else if (isStatement(code)) commands.push(makeCommand(code.trim(), lines, { kind: "sql" }));
    else if (IS_RUN.test(endOf(before)) && IS_LINE.test(code))
      commands.push(makeCommand(code.trim(), lines, { kind: /^\s*select\s/i.test(code) ? "sql" : "shell" }));
  }
  return { commands, http };
}

/** A step that is nothing but code of several words is a command, whatever its program: "2. `rndc reload`". */
export function onlyCode(inlines: readonly Inline[], line: number): Command[] {
  const [code, ...others] = inlines.filter((inline) => plainText([inline]) !== "");
  if (code?.type !== "code" || others.length > 0 || !/^[a-z][\w.-]*\s+(?![=:])\S/.test(code.text)) return [];
  return [makeCommand(code.text, { start: line, end: line })];
}

/** Behind "run" a code span of several words is a command, whatever its program. */
const IS_RUN = /\b(?:re-?run|run|running|execut(?:e|ing)|invok(?:e|ing))(?: the)?(?: command)?(?:\s*:)?\s*$/i;
const IS_LINE = /^\s*[a-z.\/\\%~$][\w.\/\\%~$-]*\s+(?![=:])\S/;

/** Whether a line reads like something to run, when its fence does not say that it is a shell's. */
export function looksRunnable(line: string): boolean {
  return commandKind(line) === "shell";
}

/** Each code span, with the text that stands directly before it. */
function codeSpans(inlines: readonly Inline[]): { code: string; before: string }[] {
  return inlines.flatMap((inline, i) => {
    const last = inlines[i - 1];
    if (inline.type === "code")
      return [{ code: inline.text, before: last?.type === "text" ? last.text : "" }];
    return "children" in inline ? codeSpans(inline.children) : [];
  });
}

/** Behind such a word `/name` is a folder, not a command of a chat. */
const IS_PLACE = /\b(?:under|in|into|inside|within|below|from|at|folder|directory|path)\s*$/i;

/**
 * A program with an argument, anything with a flag, or a chat command such as `/status --json`.
 * A lone word, a setting (`key = value`) or a path is none.
 */
export function commandKind(code: string): Command["kind"] | null {
  const text = withoutMark(code);
  if (/^\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\s+\S.*)?$/.test(text)) return isRootFolder(text) ? null : "slash";
  const words = text.replace(/^(?:[A-Z_][A-Z0-9_]*=\S*\s+)+/, "").split(/\s+/);
  const [program = "", ...rest] = words;
  if (rest.length === 0) return /^\S+\.(?:sh|ps1)$/.test(program) && program.includes("/") ? "shell" : null;
  if (/^(?:=|:=|==|->|=>|:)$/.test(rest[0] ?? "")) return null;
  if (isExecutable(program)) return "shell";
  return /^[a-z][\w./-]*$/.test(program) && rest.some((word) => /^--?[A-Za-z]/.test(word)) ? "shell" : null;
}

/** Without the prompt of a user or of root, which no comment could be in a code span. */
function withoutMark(code: string): string {
  return code.trim().replace(/^[$#]\s+/, "");
}

const ROOT_FOLDERS =
  /^\/(?:bin|boot|data|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|app|config|logs?)$/;

function isRootFolder(text: string): boolean {
  return ROOT_FOLDERS.test(text);
}

import { makeCommand } from "./commands";
import type { Command } from "./types";

const LANGUAGES = new Set(
  "sql psql pgsql plpgsql postgres postgresql mysql mariadb tsql plsql sqlite cql".split(" "),
);

const VERBS =
  "SELECT|WITH|INSERT|UPDATE|DELETE|ALTER|CREATE|DROP|TRUNCATE|VACUUM|ANALYZE|REINDEX|EXPLAIN|SHOW|SET|BEGIN|COMMIT|ROLLBACK|CHECKPOINT|CALL|GRANT|REVOKE|KILL|FLUSH|OPTIMIZE|REFRESH|LOCK";

const BEGINS = new RegExp(String.raw`^(?:${VERBS})\b`);
const BEGINS_IN_ANY_CASE = new RegExp(BEGINS, "i");

/** A statement by itself: it ends with a semicolon, or names what it is about. */
const WHOLE = new RegExp(
  String.raw`^(?:${VERBS})\s(?:[^;]*;|.*\b(?:FROM|INTO|SET|TABLE|INDEX|DATABASE|SCHEMA|ROLE|USER|VIEW|PROCESSLIST|pg_\w+)\b.*)$`,
  "s",
);

/** Whether a code span is one statement: `DROP TABLE mails;`, `SELECT * FROM mails`. In capitals: "set" and "call" are words. */
export function isStatement(code: string): boolean {
  return WHOLE.test(code.trim());
}

/** Whether a fence of this language (or of none) holds statements for a database. */
export function isSqlFence(text: string, lang: string | null): boolean {
  if (lang !== null) return LANGUAGES.has(lang.toLowerCase());
  const first = text.split("\n").find((line) => line.trim() !== "" && !isComment(line)) ?? "";
  return BEGINS.test(first.trim()) && /;\s*(?:--.*)?$/m.test(text);
}

/**
 * The statements of a fence, each up to its semicolon, with the comment directly above it. What stands between them is
 * no statement: what was printed.
 *
 * @param firstLine line of the document (from 1) on which the fence's text begins
 */
export function readStatements(text: string, firstLine: number): Command[] {
  const found: Command[] = [];
  let open: { lines: string[]; at: number } | null = null;
  let comment: string[] = [];
  const close = (end: number) => {
    if (!open) return;
    const lines = { start: firstLine + open.at, end: firstLine + end };
    found.push(
      makeCommand(open.lines.join("\n").trim(), lines, { kind: "sql", comment: comment.join(" ") || null }),
    );
    [open, comment] = [null, []];
  };
  text.split("\n").forEach((line, at) => {
    if (line.trim() === "") {
      close(at - 1);
      comment = [];
    } else if (!open && isComment(line)) comment.push(line.trim().replace(/^(?:--|#)\s*/, ""));
    else {
      if (open) open.lines.push(line);
      else if (BEGINS_IN_ANY_CASE.test(line.trim())) open = { lines: [line], at };
      if (/;\s*(?:--.*)?$/.test(line)) close(at);
    }
  });
  close(text.split("\n").length - 1);
  return found;
}

function isComment(line: string): boolean {
  return /^\s*(?:--|#\s)/.test(line);
}

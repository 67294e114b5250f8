const LANGUAGES = new Set(
  "sql psql pgsql plpgsql postgres postgresql mysql mariadb tsql plsql sqlite cql".split(" "),
);

const VERBS =
  "SELECT|WITH|INSERT|UPDATE|DELETE|ALTER|CREATE|DROP|TRUNCATE|VACUUM|ANALYZE|REINDEX|EXPLAIN|SHOW|SET|BEGIN|COMMIT|ROLLBACK|CHECKPOINT|CALL|GRANT|REVOKE|KILL|FLUSH|OPTIMIZE|REFRESH|LOCK";

/** In capitals: "set" and "call" are words. */
const BEGINS = new RegExp(String.raw`^(?:${VERBS})\b`);

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

/** Whether a line begins a statement, in a fence that is known to hold some. */
export function beginsStatement(line: string): boolean {
  return BEGINS.test(line.trim().toUpperCase());
}

export function isComment(line: string): boolean {
  return /^\s*(?:--|#\s)/.test(line);
}

const LANGUAGES = new Set(
  "sql psql pgsql plpgsql postgres postgresql mysql mariadb tsql plsql sqlite cql".split(" "),
);

const VERBS =
  "SELECT|WITH|INSERT|UPDATE|DELETE|ALTER|CREATE|DROP|TRUNCATE|VACUUM|ANALYZE|REINDEX|EXPLAIN|SHOW|SET|BEGIN|COMMIT|ROLLBACK|CHECKPOINT|CALL|GRANT|REVOKE|KILL|FLUSH|OPTIMIZE|REFRESH|LOCK|RENAME|DO(?=\\s+\\$)";

/** In capitals: "set" and "call" are words. */
const BEGINS = new RegExp(String.raw`^(?:${VERBS})\b`);

/** A statement by itself: it ends with a semicolon, or names what it is about. */
const WHOLE = new RegExp(
  String.raw`^(?:${VERBS})\s(?:[^;]*;|.*\b(?:(?:FROM|INTO|SET|TABLE|INDEX|DATABASE|SCHEMA|ROLE|USER|VIEW)\s+\S|PROCESSLIST|pg_\w+\b).*)$`,
  "s",
);

/** In small letters, what no sentence says: `select * from mails`, `drop table mails`. */
const IN_SMALL =
  /^(?:select\s[^;]{1,500}\sfrom\s+\S|insert\s+into\s+\S|update\s+\S+\s+set\s+\S|delete\s+from\s+\S|(?:create|alter|drop|truncate)\s+(?:table|index|database|schema|role|user|view|extension|sequence)\s+\S)/;

/** Whether a code span is one statement: `DROP TABLE mails;`, `select * from mails`. */
export function isStatement(code: string): boolean {
  return WHOLE.test(code.trim()) || IN_SMALL.test(code.trim());
}

/** A statement without what it says to its reader. */
export function withoutComments(statement: string): string {
  return statement.replace(/--[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, " ");
}

/** Whether a fence of this language (or of none) holds statements for a database. */
export function isSqlFence(text: string, lang: string | null): boolean {
  if (lang !== null) return LANGUAGES.has(lang.toLowerCase());
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "" && !isComment(line));
  const said = lines.slice(Math.max(first, 0)).join("\n").trim();
  return (BEGINS.test(said) || IN_SMALL.test(said)) && /;\s*(?:--.*)?$/m.test(text);
}

/** Whether a line begins a statement, in a fence that is known to hold some. */
export function beginsStatement(line: string): boolean {
  return BEGINS.test(line.trim().toUpperCase());
}

/** Whether a line is a comment: `-- …`, `# …`, or one between `/*` and its end. */
export function isComment(line: string): boolean {
  return /^\s*(?:--|#\s|\/\*(?:(?!\*\/).)*(?:\*\/\s*)?$)/.test(line);
}

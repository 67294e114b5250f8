import { isExecutable } from "./executables";

/** What was printed: JSON, listings, tables, signs such as ●, pairs of a log; and a query with the lines it goes on with. */
export function isOutput(text: string): boolean {
  return (
    /^(?:total \d+\w?$|[-dlrwxst]{10}\s|[{}\]]|\[(?!\[?\s)|"[^"]*":)/.test(text) ||
    /^(?![\0-\x7F])[\p{S}\p{P}]/u.test(text) ||
    /^(?:level|lvl|severity|time|ts|caller|logger)=\S+\s+\w+=/.test(text) ||
    /^[A-Z][A-Z_()-]+(?:\s{2,}[A-Z][A-Z_()-]*)+\s*$/.test(text) ||
    isQuery(text)
  );
}

/** A line by itself that was printed: what stands below it may be a command again. */
export function isPrinted(text: string): boolean {
  return isTableRow(text) || isLogLine(text) || /^\(\d+ rows?\)$/.test(text);
}

/** What a person fills in or reads: "Business impact:", "Version: <version>", a placeholder or code at the front. */
export function isForm(text: string): boolean {
  return /^[A-Z][a-zA-Z]*(?: [A-Za-z]+){1,4}:(?:\s|$)|^<[^>]+>\s+\S|^`[^`]+`|^`{3}/.test(text);
}

/** Items of lists, notes of SQL, rows of numbers, and flags without their program. */
export function isProse(text: string): boolean {
  return (
    /^(?:\d{1,4}[.)]|\*|-{1,2}|•|[<>](?!\s*[\w.~-]*[./][\w./~-]*$)|\d+(?:\.\d+)*%?,?)(?:\s|$)/.test(text) ||
    /^--?[a-z][\w-]*(?:[=\s]|$)/i.test(text)
  );
}

export function isSentence(text: string): boolean {
  return (
    /^[A-Z][a-z]+(?: [\p{L}\p{N},'’-]+){2,}[.:?!,]?$/u.test(text) ||
    /^(?:[A-Z][a-z]+|and|or|the|this|which|you),?(?: [^\s|$`\\;<>=/]+){3,}[.?!]$/.test(text)
  );
}

/** `key:`, `key: value` and `key = value`. */
export function isConfig(text: string): boolean {
  return (
    /^(?:- )?["']?[\w.-]+["']?:(?:\s|$)/.test(text) ||
    /^[a-z_][\w-]*:[^/\s:]\S*$/i.test(text) ||
    /^[A-Za-z_][\w.]*\s+=\s/.test(text)
  );
}

/** Three cells or more, apart by two spaces or a tab, behind a word that is no path; or the rule of a table. */
function isTableRow(text: string): boolean {
  if (/^[-+|=\s]+$/.test(text) && text.includes("---")) return true;
  const [first = "", second = "", ...rest] = text.split(/\s{2,}\|?\s*|\t+/);
  if (rest.length === 0 || /["'`\\$=]|(?:^|\s)--?\w/.test(`${first} ${second}`)) return false;
  if (/^[./~]/.test(text) || (text.includes(" | ") && !/\s{2}\||\|\s{2}/.test(text))) return false;
  return !isExecutable(first.split(" ", 1)[0] ?? "");
}

/** "I0611 11:13:35 …", "2026-01-02T03:04:05 …", "Error from server: …", "HTTP/1.1 404 Not Found". */
function isLogLine(text: string): boolean {
  return (
    /^[IWEF]\d{4} \d\d:\d\d:\d\d|^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^HTTP\/[\d.]+ \d{3}\b/.test(text) ||
    /^(?:error|warning|warn|info|debug|fatal|erro|traceback|panic)(?=[\s:[])[^$|]*?(?::(?:\s|$)|\s{2,})/i.test(
      text,
    )
  );
}

const FUNCTIONS =
  "sum|avg|max|min|count|topk|bottomk|quantile|histogram_quantile|rate|irate|increase|delta|label_replace|label_join|absent|stddev|group|count_values|predict_linear|scalar|vector|sort|sort_desc";

/** The language of Prometheus: its functions, selectors and operators. */
const QUERY = new RegExp(
  `^\\(*\\s*(?:${FUNCTIONS})\\s*(?:(?:by|without)\\s*)?\\(|` +
    "^[a-z_:][\\w:]*\\{[^{}=]*=[^{}]*\\}|" +
    "\\b(?:on|ignoring|group_left|group_right)\\s*\\([\\w,\\s]*\\)|" +
    "^(?:[-+*/%()=<>]|[<>=!]=|and|or|unless)$",
  "i",
);

function isQuery(text: string): boolean {
  return QUERY.test(text);
}

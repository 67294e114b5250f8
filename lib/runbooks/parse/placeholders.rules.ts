import type { Placeholder } from "./types";

/**
 * The gaps that a person fills before a command runs: `<run-id>`, `{task_id}`, `{{ name }}`, `YYYYMMDD`,
 * `yourusername`. Shell expansions (`${HOME}`, `{a,b}`, awk's `{print $1}`) are none.
 */
export function placeholdersIn(command: string): Placeholder[] {
  return [...command.matchAll(PLACEHOLDER)].flatMap((match) => {
    const raw = match[0];
    const name = nameOf(raw);
    if (NOT_NAMES.has(name)) return [];
    return [{ name, raw, range: { start: match.index, end: match.index + raw.length } }];
  });
}

/** The fence of each kind: `<…>` must touch its text, so that redirections (`< in > out`) stay out. */
const PLACEHOLDER =
  /(?<!<)<[A-Za-z][\w .:/-]{0,60}?(?<! )>|\{\{\s*[A-Za-z][\w.-]{0,60}\s*\}\}|(?<![${\w])\{[A-Za-z][\w-]{0,60}\}(?!\})|\bYYYY[-_/]?MM[-_/]?DD(?:[-_T]?HH[-:_]?MM(?:[-:_]?SS)?)?\b|\b[Yy][Oo][Uu][Rr][-_]?[A-Za-z][\w-]{1,40}/g;

const NOT_NAMES = new Set(["print", "next", "exit", "yourself", "yours"]);

function nameOf(raw: string): string {
  return raw.replace(/^[<{\s]+|[>}\s]+$/g, "");
}

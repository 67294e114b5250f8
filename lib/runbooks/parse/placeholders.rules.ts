import type { Placeholder } from "./types";

/**
 * The gaps that a person fills before a command runs: `<run-id>`, `{task_id}`, `{{ name }}`, `YYYYMMDD`,
 * `yourusername`. Shell expansions (`${HOME}`, `{a,b}`, awk's `{print $1}`), words of templates (`{end}`), revisions
 * (`@{upstream}`) and secrets are none.
 */
export function placeholdersIn(command: string): Placeholder[] {
  return placesIn(command).filter(({ name }) => !isSecret(name));
}

/**
 * Whether a gap of this name asks for a password, token or key: what is filled in is kept, signed and told to everybody.
 * The name, folder or file of one is no secret.
 */
export function isSecret(name: string): boolean {
  return SECRET.test(name) && !/(?:name|namespace|path|file|arn)$/i.test(name);
}

const SECRET =
  /passw|passphrase|pwd|secret|token|credential|creds|(?:api|private|access)[ _-]?key|(?<![a-z])pass(?![a-z])/i;

/** Whether a text asks for a secret, which nobody fills in. */
export function asksForSecret(text: string): boolean {
  return placesIn(text).some(({ name }) => isSecret(name));
}

function placesIn(command: string): Placeholder[] {
  return [...command.matchAll(PLACEHOLDER)].flatMap((match) => {
    const raw = match[0];
    if (NONE.test(raw)) return [];
    return [{ name: nameOf(raw), raw, range: { start: match.index, end: match.index + raw.length } }];
  });
}

/**
 * The fence of each kind: `<…>` must touch its text, so that redirections (`< in > out`) stay out; `${…}`, `%{…}`, `#{…}`,
 * `^{…}`, `@{…}` and `main@{upstream}` are of shells, git, curl and others, `root@{host}` is not.
 */
const PLACEHOLDER =
  /(?<![<?]|\?P)<[A-Za-z][\w .:/-]{0,60}?(?<! )>|\{\{\s*[A-Za-z][\w.-]{0,60}\s*\}\}|(?<![$%#^{\w]|(?<!\w)@|@(?=\{(?:u|upstream|push|yesterday)\}))\{[A-Za-z][\w-]{0,60}\}(?!\})|\bYYYY[-_/]?MM[-_/]?DD(?:[-_T]?HH[-:_]?MM(?:[-:_]?SS)?)?\b|\b[Yy][Oo][Uu][Rr][-_]?[A-Za-z][\w-]{1,40}/g;

/** Words of awk, Go templates and jsonpath, and a block of PowerShell: `{print}`, `{end}`, `{Get-Date}`. */
const NONE =
  /^\W*(?:print|next|exit|yourself|yours)\W*$|^\{+\s*(?:end|else|break|continue|getline|nextfile|[A-Z][a-z]+-[A-Z][A-Za-z]+)\s*\}/;

function nameOf(raw: string): string {
  return raw.replace(/^[<{\s]+|[>}\s]+$/g, "");
}

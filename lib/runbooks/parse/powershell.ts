import { beginsPowerShell } from "./executables";
import { MAX_LINES, type LogicalLine } from "./shell-text";

const LANGUAGES = /^(?:powershell|pwsh|ps1?|psm1|posh)$/i;

/** Whether a fence is PowerShell's: its language, a prompt `PS C:\>`, or how its first line begins says so. */
export function isPowerShell(text: string, lang: string | null): boolean {
  const [word = ""] = /[a-z]\w*/i.exec(lang ?? "") ?? [];
  if (LANGUAGES.test(word)) return true;
  const first = text.split("\n").find((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  const said = (first ?? "").trim().replace(/^(?:\$|PS(?: [A-Z]:\\[^>\n]{0,80})?>)\s+/, "");
  return /^\s*PS(?: [A-Z]:\\[^>\n]{0,80})?>/.test(first ?? "") || beginsPowerShell(said);
}

/** What is open behind a line: a quote, here-string or comment, and how many brackets. */
type Open = { quote: string | null; depth: number };

/**
 * The command that begins at a line, with all lines of its blocks, here-strings and pipelines as they were written. Lines
 * that only go on behind a backtick or pipe are joined.
 */
export function powerShellLine(lines: readonly string[], at: number): LogicalLine {
  const own = [(lines[at] ?? "").trim()];
  let open = scan(own[0] ?? "", { quote: null, depth: 0 });
  let isBlock = false;
  for (let i = at + 1; isOpen(open) || goesOn(own.at(-1) ?? "", lines[i]); i++) {
    const next = lines[i];
    if (next === undefined || i - at > MAX_LINES) {
      if (isOpen(open)) return { text: own[0] ?? "", first: at, last: at };
      break;
    }
    isBlock ||= isOpen(open) || startsBranch(next);
    open = scan(next, open);
    own.push(next.replace(/^\s*>> ?/, "").trimEnd());
  }
  const joined = own.map((line) => line.trim().replace(/(?:^|\s)`$/, "")).join(" ");
  return { text: isBlock ? own.join("\n") : joined.trim(), first: at, last: at + own.length - 1 };
}

function isOpen({ quote, depth }: Open): boolean {
  return quote !== null || depth > 0;
}

function goesOn(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === "") return false;
  if (/(?:^|\s)`$|(?:\||&&|,|\s=)$/.test(withoutComment(line))) return true;
  return /^\s*\|/.test(next) || (/\}$/.test(withoutComment(line)) && startsBranch(next));
}

function startsBranch(line: string): boolean {
  return /^\s*(?:else|elseif|catch|finally|while|until)\b/i.test(line);
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|\s)#[^'"]*$/, "").trimEnd();
}

function scan(line: string, { quote, depth }: Open): Open {
  let from = 0;
  if (quote === '@"' || quote === "@'") {
    const text = line.trimStart();
    if (!text.startsWith(`${quote.charAt(1)}@`)) return { quote, depth };
    from = line.length - text.length + 2;
    quote = null;
  }
  for (let i = from; i < line.length; i++) {
    const two = line.slice(i, i + 2);
    const char = two.charAt(0);
    if (quote === "<#") {
      if (two === "#>") [quote, i] = [null, i + 1];
    } else if (quote !== null) {
      if (char === "`" && quote === '"') i++;
      else if (char === quote) quote = null;
    } else if (char === "`") i++;
    else if (two === "<#") [quote, i] = [two, i + 1];
    else if (/^@["']$/.test(two) && line.slice(i + 2).trim() === "") return { quote: two, depth };
    else if (char === '"' || char === "'") quote = char;
    else if (char === "#" && (i === 0 || /[\s;({]/.test(line.charAt(i - 1)))) break;
    else if ("{([".includes(char)) depth++;
    else if ("})]".includes(char)) depth--;
  }
  return { quote, depth };
}

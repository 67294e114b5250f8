import { makeCommand } from "./commands";
import { beginsStatement, isComment } from "./sql-words";
import type { Command } from "./types";

/**
 * The statements of a fence, each up to its semicolon, with the comments above it, the last one also with those below. What
 * stands between them is no statement: what was printed. A body in dollars is not cut, and a fence with another delimiter
 * is one statement.
 *
 * @param firstLine line of the document (from 1) on which the fence's text begins
 */
export function readStatements(text: string, firstLine: number): Command[] {
  const found: Command[] = [];
  if (/^\s*DELIMITER\s/im.test(text)) {
    const lines = { start: firstLine, end: firstLine + text.split("\n").length - 1 };
    return [makeCommand(text.trim(), lines, { kind: "sql" })];
  }
  let open: { lines: string[]; at: number; inBody: boolean } | null = null;
  let comment: string[] = [];
  let isInComment = false;
  const close = (end: number) => {
    if (!open) return;
    const lines = { start: firstLine + open.at, end: firstLine + end };
    found.push(
      makeCommand(open.lines.join("\n").trim(), lines, {
        kind: "sql",
        comment: comment.join("\n").trim() || null,
      }),
    );
    [open, comment] = [null, []];
  };
  text.split("\n").forEach((line, at) => {
    if (!open && (isInComment || isComment(line))) {
      isInComment = (isInComment || /^\s*\/\*/.test(line)) && !line.includes("*/");
      const words = wordsOf(line);
      if (/[\p{L}\p{N}]/u.test(words)) comment.push(words);
    } else if (line.trim() === "" && !open?.inBody) close(at - 1);
    else {
      if (open) open.lines.push(line);
      else if (beginsStatement(line)) open = { lines: [line], at, inBody: false };
      if (open && dollarsIn(line) % 2 === 1) open.inBody = !open.inBody;
      if (!open?.inBody && /;\s*(?:--.*|\/\*.*)?$/.test(line)) close(at);
    }
  });
  close(text.split("\n").length - 1);
  const last = found.at(-1);
  if (last && comment.length > 0) last.comment = [last.comment ?? [], comment].flat().join("\n");
  return found;
}

function wordsOf(comment: string): string {
  const words = comment.trim().replace(/^(?:--|#|\/\*+|\*(?!\/))\s*/, "");
  return words.replace(/\*\/$/, "").trim();
}

/** How often a line opens or closes a body: `$$`, `$body$`. */
function dollarsIn(line: string): number {
  return line.match(/\$(?:[a-z_]\w{0,60})?\$/gi)?.length ?? 0;
}

import { makeCommand } from "./commands";
import { beginsStatement, isComment } from "./sql-words";
import type { Command } from "./types";

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
  let isInComment = false;
  const close = (end: number) => {
    if (!open) return;
    const lines = { start: firstLine + open.at, end: firstLine + end };
    found.push(
      makeCommand(open.lines.join("\n").trim(), lines, {
        kind: "sql",
        comment: comment.join(" ").trim() || null,
      }),
    );
    [open, comment] = [null, []];
  };
  text.split("\n").forEach((line, at) => {
    if (!open && (isInComment || isComment(line))) {
      isInComment = (isInComment || /^\s*\/\*/.test(line)) && !line.includes("*/");
      comment.push(wordsOf(line));
    } else if (line.trim() === "") {
      close(at - 1);
      comment = [];
    } else {
      if (open) open.lines.push(line);
      else if (beginsStatement(line)) open = { lines: [line], at };
      if (/;\s*(?:--.*|\/\*.*)?$/.test(line)) close(at);
    }
  });
  close(text.split("\n").length - 1);
  return found;
}

function wordsOf(comment: string): string {
  const words = comment.trim().replace(/^(?:--|#|\/\*+|\*(?!\/))\s*/, "");
  return words.replace(/\*\/$/, "").trim();
}

import type { Code } from "mdast";

/** A fenced code block whose fence stands at the margin: it ends everything above it and needs no parser. */
export type MarginFence = { code: Code; next: number };

/** The fence that opens on a line (an index) of a document; null when there is none, or it is never closed. */
export type MarginFences = (index: number) => MarginFence | null;

/** @param lines the document. Looking at all its lines takes linear time. */
export function marginFences(lines: readonly string[]): MarginFences {
  /** From which index on no line closes a fence of these marks. */
  const unclosedFrom = new Map<string, number>();
  const closingLine = (marks: string, from: number): number | null => {
    if (from >= (unclosedFrom.get(marks) ?? Infinity)) return null;
    for (let i = from; i < lines.length; i++) if (closes(lines[i] ?? "", marks)) return i;
    unclosedFrom.set(marks, from);
    return null;
  };
  return (index) => {
    const [, marks = "", info = ""] = FENCE.exec(lines[index] ?? "") ?? [];
    if (marks === "") return null;
    const end = closingLine(marks, index + 1);
    if (end === null) return null;
    const words = info.trimStart();
    const lang = /^[^ \t]*/.exec(words)?.[0] ?? "";
    const code: Code = {
      type: "code",
      lang: lang || null,
      meta: words.slice(lang.length).trimStart() || null,
      value: lines.slice(index + 1, end).join("\n"),
      position: {
        start: { line: index + 1, column: 1 },
        end: { line: end + 1, column: (lines[end] ?? "").length + 1 },
      },
    };
    return { code, next: end + 1 };
  };
}

/** Escapes and entities in the words behind the marks are left to the parser. */
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})([^\\&]*)$/;

function closes(line: string, marks: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return found !== undefined && found.startsWith(marks);
}

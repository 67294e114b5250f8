import type { Code, RootContent } from "mdast";
import { linesOf } from "./blocks";
import { looksRunnable } from "./commands";

/**
 * Paragraphs of which each line is a command behind a prompt (`$ dig www.example.org`) as the code that their writer saw:
 * Markdown would join their lines, and read `*` and `_` as emphasis.
 *
 * @param nodes the top level of a document; `lines` the document
 */
export function promptedAsCode(nodes: readonly RootContent[], lines: readonly string[]): RootContent[] {
  return nodes.map((node) => {
    if (node.type !== "paragraph" || !node.position) return node;
    const { start, end } = linesOf(node);
    if (!isPrompted(lines[start - 1] ?? "")) return node;
    const own = lines.slice(start - 1, end);
    if (!own.every(isPrompted)) return node;
    const code: Code = { type: "code", lang: "console", value: own.join("\n"), position: node.position };
    return code;
  });
}

function isPrompted(line: string): boolean {
  const [, command] = /^ {0,3}\$ (\S.*)$/.exec(line) ?? [];
  return command !== undefined && looksRunnable(command);
}

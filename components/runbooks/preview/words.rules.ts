import type { Block, Inline } from "@/lib/runbooks/parse/types";

/** The words of some blocks on one line, to name them. */
export function plainOf(blocks: readonly Block[]): string {
  return blocks.map(blockWords).join(" ").replace(/\s+/g, " ").trim();
}

/** The line on which the fence around a line of code begins: choices about code name that one. */
export function codeLineOf(source: readonly string[], line: number): number {
  for (let at = line; at > 0; at--)
    if (/^\s*(?:[-*+>]\s+|\d+[.)]\s+)*(?:`{3,}|~{3,})/.test(source[at - 1] ?? "")) return at;
  return line;
}

function blockWords(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return inlineWords(block.inlines);
    case "code":
    case "html":
      return block.text;
    case "table":
      return block.header.map(inlineWords).join(", ");
    case "list":
      return block.items.map((item) => plainOf(item.blocks)).join(", ");
    case "quote":
    case "footnote":
      return plainOf(block.blocks);
    case "definition":
      return block.label;
    case "rule":
      return "rule";
  }
}

function inlineWords(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "image") return inline.alt;
      if (inline.type === "break") return " ";
      return "children" in inline ? inlineWords(inline.children) : inline.text;
    })
    .join("");
}

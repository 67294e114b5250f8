import { plainText } from "@/lib/runbooks/parse/inline";
import type { Block } from "@/lib/runbooks/parse/types";

/** The words of a block that is kept as a note: a paragraph, an item of a list, a row of a table, a piece of code each. */
export function notesOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [plainText(block.inlines)];
    case "list":
      return block.items.flatMap((item) => item.blocks.flatMap(notesOf));
    case "quote":
    case "footnote":
      return block.blocks.flatMap(notesOf);
    case "table":
      return [block.header, ...block.rows.map((row) => row.cells)].map((cells) =>
        cells.map(plainText).join(" | "),
      );
    case "code":
    case "html":
      return [block.text];
    case "definition":
      return [`${block.label}: ${block.href}`];
    case "rule":
      return [];
  }
}

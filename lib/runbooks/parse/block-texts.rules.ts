import { plainText } from "./inline";
import type { Block } from "./types";

/** The words of a block: a text for each paragraph, item of a list, row of a table or piece of code. */
export function textsOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [plainText(block.inlines)];
    case "list":
      return block.items.flatMap((item) => item.blocks.flatMap(textsOf));
    case "quote":
    case "footnote":
      return block.blocks.flatMap(textsOf);
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

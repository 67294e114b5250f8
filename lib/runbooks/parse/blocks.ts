import type { BlockContent, Code, DefinitionContent, ListItem, Nodes, RootContent } from "mdast";
import { readFenceCommands } from "./fence-commands";
import { joinLines, readInlines, isSafeHref, type Definitions } from "./inline";
import type { Block, BlockListItem, Inline, LineRange } from "./types";

/** Keeps a piece of the document as it is: shown, never ticked. */
export function readBlock(
  node: RootContent | BlockContent | DefinitionContent,
  definitions: Definitions,
): Block[] {
  const lines = linesOf(node);
  const text = (nodes: Parameters<typeof readInlines>[0]) => joinLines(readInlines(nodes, definitions));
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", inlines: text(node.children), lines }];
    case "heading":
      return [{ type: "heading", depth: node.depth, inlines: text(node.children), lines }];
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered ?? false,
          start: node.start ?? 1,
          items: node.children.map((item) => readItem(item, definitions)),
          lines,
        },
      ];
    case "code":
      return [readCode(node)];
    case "blockquote":
      return [{ type: "quote", blocks: readBlocks(node.children, definitions), lines }];
    case "table": {
      const [header, ...rows] = node.children.map((row) => ({
        cells: row.children.map((cell) => text(cell.children)),
        line: linesOf(row).start,
      }));
      return [{ type: "table", align: node.align ?? [], header: header?.cells ?? [], rows, lines }];
    }
    case "html":
      return [{ type: "html", text: node.value, lines }];
    case "thematicBreak":
      return [{ type: "rule", lines }];
    case "footnoteDefinition":
      return [
        {
          type: "footnote",
          label: node.label ?? node.identifier,
          blocks: readBlocks(node.children, definitions),
          lines,
        },
      ];
    case "definition":
      return [
        {
          type: "definition",
          label: node.label ?? node.identifier,
          href: node.url,
          title: node.title ?? null,
          safe: isSafeHref(node.url),
          lines,
        },
      ];
    default:
      return [];
  }
}

export function readBlocks(
  nodes: readonly (BlockContent | DefinitionContent)[],
  definitions: Definitions,
): Block[] {
  return nodes.flatMap((node) => readBlock(node, definitions));
}

/** Lines that a node covers in the document. */
export function linesOf(node: Nodes): LineRange {
  return { start: node.position?.start.line ?? 1, end: node.position?.end.line ?? 1 };
}

/** A paragraph that holds exactly this text. */
export function textBlock(text: string, lines: LineRange): Block {
  const inlines: Inline[] = [{ type: "text", text }];
  return { type: "paragraph", inlines, lines };
}

/** The line of the first line of code: below the fence, or the block's own first when it is indented. */
export function firstCodeLine(node: Code): number {
  const { start, end } = linesOf(node);
  return end - start + 1 === node.value.split("\n").length ? start : start + 1;
}

function readItem(item: ListItem, definitions: Definitions): BlockListItem {
  return {
    checked: item.checked ?? null,
    blocks: readBlocks(item.children, definitions),
    lines: linesOf(item),
  };
}

/** What a fence says that it holds: `bash`, and in the spellings of other dialects `{bash}`, `{ .bash .copy }`. */
export function languageOf(node: Code): string | null {
  const [, braced] = /^\{\s?\.?([a-z][\w-]*)\b/i.exec(`${node.lang ?? ""} ${node.meta ?? ""}`) ?? [];
  return braced ?? node.lang ?? null;
}

function readCode(node: Code): Block {
  const lines = linesOf(node);
  const lang = languageOf(node);
  return {
    type: "code",
    lang,
    meta: node.meta ?? null,
    text: node.value,
    ...readFenceCommands(node.value, lang, firstCodeLine(node)),
    lines,
  };
}

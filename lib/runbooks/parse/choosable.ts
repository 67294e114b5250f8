import type { List, ListItem } from "mdast";
import { linesOf } from "./blocks";
import { dropContents } from "./contents-list";
import { readDocument } from "./document";
import type { FlowContent } from "./flow-content";
import { readFrontMatter } from "./front-matter";
import { joinLines, plainText, readInlines, type Definitions } from "./inline";
import { createKeys } from "./keys";
import { outline } from "./outline";
import { pathsOf } from "./sections";
import { readSource } from "./source";
import { findTitle } from "./title";

/** A piece that a choice can be about: where it begins, and a key made of its section's path and its words. */
export type Choosable = { line: number; key: string };

/**
 * The pieces of a document that a choice can be about, in order, whatever was chosen for them: headings, paragraphs,
 * list items at any depth, rows of tables, and code. A piece that stands unchanged in a later version has the same key there.
 */
export function choosablePieces(source: string): Choosable[] {
  const document = readDocument(readSource(source).lines);
  const frontMatter = readFrontMatter(document.nodes[0]);
  const { drafts } = dropContents(outline(document.nodes));
  const title = findTitle(drafts, frontMatter?.title ?? null, null);
  const paths = pathsOf(drafts, title.draftIndex, document.definitions);
  const keys = createKeys();
  return drafts.flatMap(({ heading, nodes }, index) => {
    const path = paths[index] ?? [];
    const words = nodes.flatMap((node) => wordsOf(node, document.definitions));
    return [
      ...(heading ? [{ line: linesOf(heading).start, key: keys.section(path) }] : []),
      ...words.map(({ line, text }) => ({ line, key: keys.step(path, text) })),
    ];
  });
}

type Words = { line: number; text: string };

function wordsOf(node: FlowContent, definitions: Definitions): Words[] {
  if (node.type === "list") return node.children.flatMap((item) => wordsOfItem(item, definitions));
  if (node.type === "table")
    return node.children.slice(1).map((row) => ({
      line: linesOf(row).start,
      text: row.children.map((cell) => plainText(readInlines(cell.children, definitions))).join(" "),
    }));
  const text = ownWords(node, definitions);
  return text === null ? [] : [{ line: linesOf(node).start, text }];
}

function wordsOfItem(item: ListItem, definitions: Definitions): Words[] {
  const [first] = item.children;
  const own = { line: linesOf(item).start, text: (first && ownWords(first, definitions)) ?? "" };
  const lists = item.children.filter((child): child is List => child.type === "list");
  return [own, ...lists.flatMap((list) => wordsOf(list, definitions))];
}

function ownWords(node: FlowContent | ListItem["children"][number], definitions: Definitions): string | null {
  if (node.type === "paragraph") return plainText(joinLines(readInlines(node.children, definitions)));
  return node.type === "code" ? `${node.lang ?? ""}\n${node.value}` : null;
}

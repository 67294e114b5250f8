import type { List, Nodes, RootContent } from "mdast";
import { linesOf } from "./blocks";
import { plainText, readInlines } from "./inline";
import type { Draft } from "./outline";
import type { LineRange } from "./types";

/**
 * Takes tables of contents out: lists of links into the same document, `[TOC]` marks, and the heading of a
 * section that holds nothing else.
 *
 * @returns the sections that remain, and the lines that were taken
 */
export function dropContents(drafts: readonly Draft[]): { drafts: Draft[]; dropped: LineRange[] } {
  const dropped: LineRange[] = [];
  const gone = new Set<number>();
  drafts.forEach((draft, index) => {
    const named = draft.heading !== null && isContentsHeading(draft);
    const isContents = (node: RootContent) =>
      isMark(node) || (node.type === "list" && isLinkList(node, named));
    const found = draft.nodes.filter(isContents);
    dropped.push(...found.map(linesOf));
    draft.nodes = draft.nodes.filter((node) => !isContents(node));
    const hasChildren = drafts[index + 1]?.parent === index;
    if (named && found.length > 0 && draft.nodes.length === 0 && !hasChildren && draft.heading) {
      dropped.push(linesOf(draft.heading));
      gone.add(index);
    }
  });
  return { drafts: without(drafts, gone), dropped: dropped.sort((a, b) => a.start - b.start) };
}

/** Indexes of parents move when a section goes; sections that go have no children. */
function without(drafts: readonly Draft[], gone: ReadonlySet<number>): Draft[] {
  const moved: number[] = [];
  drafts.forEach((_, index) => moved.push((moved.at(-1) ?? -1) + (gone.has(index) ? 0 : 1)));
  return drafts
    .filter((_, index) => !gone.has(index))
    .map((draft) => ({ ...draft, parent: draft.parent === null ? null : (moved[draft.parent] ?? null) }));
}

function isContentsHeading(draft: Draft): boolean {
  const words = draft.heading ? plainText(readInlines(draft.heading.children, new Map())) : "";
  return /^(?:table of )?contents:?$|^toc$|^on this page:?$/i.test(words);
}

function isMark(node: RootContent): boolean {
  return (
    node.type === "paragraph" &&
    /^\[{1,2}_?toc_?\]{1,2}$/i.test(plainText(readInlines(node.children, new Map())))
  );
}

/** Every item is a link into this document; under a heading that says so, any link will do. */
function isLinkList(list: List, named: boolean): boolean {
  const links = list.children.map((item) => item.children[0]).map((first) => linkOf(first));
  if (links.length < 2 && !named) return false;
  const fits = links.every((url) => url !== null && (named || url.startsWith("#")));
  const nested = list.children.flatMap((item) => item.children.slice(1));
  return fits && nested.every((node) => node.type === "list" && isLinkList(node, true));
}

function linkOf(node: Nodes | undefined): string | null {
  if (node?.type !== "paragraph") return null;
  const [link, ...others] = node.children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  return link?.type === "link" && others.length === 0 ? link.url : null;
}

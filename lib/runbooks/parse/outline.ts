import type { Heading, RootContent } from "mdast";
import { isFlow, type FlowContent } from "./flow-content";

/** A heading with what stands below it, up to the next heading. */
export type Draft = {
  /** Null for what stands above the first heading. */
  heading: Heading | null;
  nodes: FlowContent[];
  /** Index of the section around it. */
  parent: number | null;
  /** Sections below it that are its ways, of which one is enough. */
  options: readonly Draft[];
};

/** Cuts a document into sections at its top-level headings. */
export function outline(nodes: readonly RootContent[]): Draft[] {
  const drafts: Draft[] = [];
  const open: { index: number; depth: number }[] = [];
  for (const node of nodes) {
    if (node.type === "heading") {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
      drafts.push({ heading: node, nodes: [], parent: open.at(-1)?.index ?? null, options: [] });
      open.push({ index: drafts.length - 1, depth: node.depth });
    } else if (isFlow(node)) {
      if (drafts.length === 0) drafts.push({ heading: null, nodes: [], parent: null, options: [] });
      drafts.at(-1)?.nodes.push(node);
    }
  }
  return drafts;
}

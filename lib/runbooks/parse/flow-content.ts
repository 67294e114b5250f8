import type { BlockContent, DefinitionContent, RootContent } from "mdast";

/** A block of a document: what stands between two headings, or below a list item. */
export type FlowContent = BlockContent | DefinitionContent;

/** The blocks among top-level nodes: front matter is none. */
export function isFlow(node: RootContent): node is FlowContent & RootContent {
  return FLOW.has(node.type);
}

const FLOW = new Set<RootContent["type"]>([
  "paragraph",
  "heading",
  "list",
  "code",
  "blockquote",
  "table",
  "html",
  "thematicBreak",
  "definition",
  "footnoteDefinition",
]);

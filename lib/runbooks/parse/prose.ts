import type { Nodes, PhrasingContent } from "mdast";
import { readBlock } from "./blocks";
import type { Definitions } from "./inline";
import { readSource } from "./source";
import { parseTree } from "./tree";
import type { Block } from "./types";
import { walk } from "./walk-tree";

/**
 * Markdown that people write in a field, as a tree that a screen can draw without HTML. Line breaks stay where they
 * were typed, and only addresses of the web and of mail become links: nothing here has a place for others to lead from.
 */
export function readProse(text: string): Block[] {
  // A rule at the top begins no front matter: the empty line is for that.
  const { nodes } = parseTree(["", ...readSource(text).lines]);
  const definitions = new Map<string, { href: string; title: string | null }>();
  for (const top of nodes) {
    walk(top, (node) => {
      if ("children" in node) node.children = node.children.flatMap(typed) as never;
      if (node.type === "definition" && leadsOut(node.url) && !definitions.has(node.identifier))
        definitions.set(node.identifier, { href: node.url, title: node.title ?? null });
    });
  }
  return nodes.flatMap((node) => readBlock(node, definitions as Definitions));
}

/** A node as it was typed: with its line breaks, and without links that lead nowhere. */
function typed(node: Nodes): Nodes[] {
  if (node.type === "link" && !leadsOut(node.url)) return node.children.flatMap(typed);
  if (node.type !== "text" || !node.value.includes("\n")) return [node];
  return node.value
    .split("\n")
    .flatMap((value, index): PhrasingContent[] =>
      index === 0 ? [{ type: "text", value }] : [{ type: "break" }, { type: "text", value }],
    );
}

function leadsOut(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url);
}

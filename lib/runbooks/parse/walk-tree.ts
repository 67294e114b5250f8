import type { Nodes } from "mdast";

/** Calls `visit` for a node and all below it, in no particular order. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    visit(next);
    if ("children" in next) for (const child of next.children) open.push(child);
  }
}

import type { Nodes, RootContent } from "mdast";
import { disarm, rearm } from "./disarm";
import { readPieces } from "./pieces";
import { walk } from "./walk-tree";

/**
 * Reads Markdown (CommonMark, GFM, front matter).
 *
 * @returns the top-level nodes, with lines of the whole document, and the lines read as plain text.
 */
export function parseTree(source: readonly string[]): { nodes: RootContent[]; disarmed: number[] } {
  const { lines, disarmed } = disarm(source);
  const nodes = readPieces(lines);
  if (disarmed.length > 0) nodes.forEach((node) => walk(node, rearmNode));
  return { nodes, disarmed };
}

function rearmNode(node: Nodes): void {
  const texts = node as unknown as Record<string, unknown>;
  for (const key of ["value", "url", "title", "alt", "label", "identifier", "lang", "meta"]) {
    const text = texts[key];
    if (typeof text === "string") texts[key] = rearm(text);
  }
}

import type { Nodes, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { nextCut } from "./chunks";
import { linkDefinitions, type LinkDefinitions } from "./link-definitions";
import { marginFences, type MarginFences } from "./margin-fence";
import { closingLine } from "./open-block";
import { walk } from "./walk-tree";

/** GFM nearly doubles the time of CommonMark: pieces in which none of it can stand do without. */
const plain = unified().use(remarkParse).freeze();
const full = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]).use(remarkGfm).freeze();

/** Bare addresses, footnotes, strike-through, tables, task boxes. An address in `](…)` is a link anyway. */
const GFM = /(?<!\]\()https?:\/\/|www\.|@|\[\^|~|\||:-|-:|\[[ xX]\]/i;

/**
 * Reads Markdown piece by piece: a parser's cost per line grows with the document, so pieces keep it linear. They end
 * where any open list, quote or paragraph ends anyway; code at the margin is a piece that needs no parser.
 */
export function readPieces(lines: readonly string[]): RootContent[] {
  const document = { lines, definitions: linkDefinitions(lines), fences: marginFences(lines) };
  const nodes: RootContent[] = [];
  for (let start = 0; start < lines.length;) {
    const piece = readPiece(document, start);
    append(nodes, piece.nodes);
    start = piece.end;
  }
  return nodes;
}

type Document = { lines: readonly string[]; definitions: LinkDefinitions; fences: MarginFences };

type Piece = { nodes: RootContent[]; end: number };

/** A cut inside an open fence or a block of HTML is moved behind its end. */
function readPiece(document: Document, start: number): Piece {
  const { lines, fences } = document;
  const fence = fences(start);
  if (fence) return { nodes: [fence.code], end: fence.next };
  let end = nextCut(lines, start, fences);
  let nodes = parseLines(document, start, end);
  for (let last = nodes.at(-1); end < lines.length && last; last = nodes.at(-1)) {
    const closing = closingLine(last, lines, end);
    if (closing === null) break;
    end = closing + 1 >= lines.length ? lines.length : nextCut(lines, closing + 1, fences, true);
    nodes = parseLines(document, start, end);
  }
  return { nodes, end };
}

/** Link definitions of the whole document stand above a piece that needs them, or its links would not resolve. */
function parseLines({ lines, definitions }: Document, start: number, end: number): RootContent[] {
  const piece = lines.slice(start, end);
  const whole = start === 0 && end === lines.length;
  const isFrontMatter = start === 0 && /^(---|\+\+\+)\s*$/.test(lines[0] ?? "");
  const needed = whole || isFrontMatter ? [] : definitions.for(piece);
  const above = needed.length === 0 ? [] : [...needed, ""];
  const text = [...above, ...piece].join("\n");
  const shift = start - above.length;
  const nodes = (isFrontMatter || GFM.test(text) ? full : plain)
    .parse(text)
    .children.filter((node) => (node.position?.start.line ?? 1) > above.length);
  if (shift !== 0) nodes.forEach((node) => walk(node, (found) => shiftNode(found, shift)));
  return nodes;
}

/** Adds the nodes of the next piece; a list that was cut in two becomes one again. */
function append(nodes: RootContent[], next: RootContent[]): void {
  const last = nodes.at(-1);
  const [first, ...rest] = next;
  if (last?.type === "list" && first?.type === "list" && last.ordered === first.ordered) {
    for (const item of first.children) last.children.push(item);
    if (last.position && first.position) last.position.end = first.position.end;
    for (const node of rest) nodes.push(node);
  } else for (const node of next) nodes.push(node);
}

function shiftNode(node: Nodes, by: number): void {
  if (!node.position) return;
  // Start and end may be shared with a neighbour: replace, never change.
  node.position = {
    start: { ...node.position.start, line: node.position.start.line + by },
    end: { ...node.position.end, line: node.position.end.line + by },
  };
}

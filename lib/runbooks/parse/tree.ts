import type { Nodes, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { nextCut } from "./chunks";
import { disarm, rearm } from "./disarm";
import { closingLine } from "./open-block";

const processor = unified().use(remarkParse).use(remarkFrontmatter, ["yaml", "toml"]).use(remarkGfm).freeze();

/**
 * Reads Markdown (CommonMark, GFM, front matter) piece by piece: a parser's cost per line grows with the
 * document, so pieces keep it linear. Pieces end where any open list, quote or paragraph ends anyway.
 *
 * @returns the top-level nodes, with lines of the whole document, and the lines read as plain text.
 */
export function parseTree(source: readonly string[]): { nodes: RootContent[]; disarmed: number[] } {
  const { lines, disarmed } = disarm(source);
  const definitions = linkDefinitions(lines);
  const nodes: RootContent[] = [];
  let start = 0;
  while (start < lines.length) {
    const piece = readPiece(lines, start, definitions);
    append(nodes, piece.nodes);
    start = piece.end;
  }
  if (disarmed.length > 0) nodes.forEach((node) => walk(node, rearmNode));
  return { nodes, disarmed };
}

/** Calls `visit` for a node and all below it, in no particular order. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    visit(next);
    if ("children" in next) for (const child of next.children) open.push(child);
  }
}

const MAX_DEFINITIONS = 100;

/** An address may stand on the line below its label. */
function linkDefinitions(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0; i < lines.length && found.length < MAX_DEFINITIONS; i++) {
    const line = (lines[i] ?? "").trim();
    if (!/^\[[^\]]+\]:/.test(line)) continue;
    found.push(line.endsWith(":") ? `${line} ${(lines[i + 1] ?? "").trim()}` : line);
  }
  return found;
}

/** A cut inside an open fence or comment is moved behind its end. */
function readPiece(lines: string[], start: number, definitions: string[]) {
  let end = nextCut(lines, start);
  let nodes = parseLines(lines, start, end, definitions);
  for (let last = nodes.at(-1); end < lines.length && last; last = nodes.at(-1)) {
    const closing = closingLine(last, lines, end);
    if (closing === null) break;
    end = closing + 1 >= lines.length ? lines.length : nextCut(lines, closing + 1, true);
    nodes = parseLines(lines, start, end, definitions);
  }
  return { nodes, end };
}

/** Link definitions of the whole document stand above every piece, or its links would not resolve. */
function parseLines(lines: string[], start: number, end: number, definitions: string[]): RootContent[] {
  const whole = start === 0 && end === lines.length;
  const isFrontMatter = start === 0 && /^(---|\+\+\+)\s*$/.test(lines[0] ?? "");
  const above = whole || isFrontMatter || definitions.length === 0 ? [] : [...definitions, ""];
  const text = [...above, ...lines.slice(start, end)].join("\n");
  const shift = start - above.length;
  const nodes = processor
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
    last.children.push(...first.children);
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

function rearmNode(node: Nodes): void {
  const texts = node as unknown as Record<string, unknown>;
  for (const key of ["value", "url", "title", "alt", "label", "identifier", "lang", "meta"]) {
    const text = texts[key];
    if (typeof text === "string") texts[key] = rearm(text);
  }
}

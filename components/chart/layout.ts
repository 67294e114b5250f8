import { Graph, layout } from "@dagrejs/dagre";
import { chartOf } from "@/lib/checklists/chart.rules";
import type { ParsedFlow } from "@/lib/runbooks/parse/types";

export interface NodeBox {
  key: string;
  /** The words, in lines that fit. */
  lines: string[];
  isDecision: boolean;
  /** Left, top and size, in pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface EdgePath {
  from: string;
  to: string;
  label: string | null;
  /** Corners of the line, from end to end. */
  points: { x: number; y: number }[];
  /** Where the label stands: its middle. */
  labelAt: { x: number; y: number };
}

export interface ChartLayout {
  nodes: NodeBox[];
  edges: EdgePath[];
  width: number;
  height: number;
}

const CHARACTER = 6.6;
const LINE = 14;
const MOST = 20;

/** Places the nodes of a chart from top to bottom, and its lines between them. The same chart gives the same drawing. */
export function layOut(flow: ParsedFlow): ChartLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 34, edgesep: 16, marginx: 8, marginy: 8 });
  const { edges: chartEdges } = chartOf(flow);
  const words = new Map(flow.nodes.map(({ key, label }) => [key, wrapped(label)]));
  const ways = (key: string) => chartEdges.filter(({ from }) => from === key).length;
  for (const { key } of flow.nodes) {
    const lines = words.get(key) ?? [];
    const width = Math.max(...lines.map(({ length }) => length)) * CHARACTER + 20;
    const height = lines.length * LINE + 14;
    // A rhombus holds its words in its middle half.
    graph.setNode(key, ways(key) > 1 ? { width: width * 1.35, height: height * 1.7 } : { width, height });
  }
  chartEdges.forEach(({ from, to, label }, index) => {
    const size = {
      width: (label?.length ?? 0) * CHARACTER,
      height: label ? LINE : 0,
      labelpos: "c" as const,
    };
    graph.setEdge(from, to, size, String(index));
  });
  layout(graph);
  const nodes = flow.nodes.map(({ key }): NodeBox => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(key);
    const place = { x: x - width / 2, y: y - height / 2, width, height };
    return { key, lines: words.get(key) ?? [], isDecision: ways(key) > 1, ...place };
  });
  const edges = chartEdges.map(({ from, to, label }, index): EdgePath => {
    const { points = [], x, y } = graph.edge(from, to, String(index));
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    return { from, to, label, points, labelAt: { x: x ?? middle.x, y: y ?? middle.y } };
  });
  const { width = 0, height = 0 } = graph.graph();
  return { nodes, edges, width, height };
}

/** Words in lines of at most twenty characters, without breaking a word. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < MOST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

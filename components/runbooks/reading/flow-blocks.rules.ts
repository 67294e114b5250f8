import type { FlowEdge, FlowNode, ParsedFlow } from "@/lib/runbooks/parse/types";

/** What a way comes to after its steps. */
export type WayEnd =
  | { kind: "end" }
  /** Back to a node that was there before: rounds are counted. */
  | { kind: "loop"; to: FlowNode }
  /** On to a question, or to where ways meet, which stands below. */
  | { kind: "on"; to: FlowNode };

/** One answer, with what it opens. */
export interface FlowAnswer {
  edge: FlowEdge;
  steps: FlowNode[];
  ends: WayEnd;
}

export type FlowBlock =
  | { kind: "step"; node: FlowNode; joins: boolean; back: FlowNode | null }
  | { kind: "decision"; node: FlowNode; joins: boolean; answers: FlowAnswer[] };

/**
 * A chart as a column to read: steps one below the other, questions with the ways of their answers side by side. Each
 * node stands there once.
 */
export function flowBlocks(flow: ParsedFlow): FlowBlock[] {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const ways = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) ways.set(edge.from, [...(ways.get(edge.from) ?? []), edge]);
  const joins = new Set(flow.joins);
  const seen = new Set<string>();
  const blocks: FlowBlock[] = [];
  const waiting = [...flow.entryIds];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const node = nodes.get(id);
    if (!node || seen.has(id)) continue;
    seen.add(id);
    const out = ways.get(id) ?? [];
    if (node.kind === "decision") {
      const answers = out.map((edge) => follow(edge));
      blocks.push({ kind: "decision", node, joins: joins.has(id), answers });
      const next = answers.flatMap(({ ends }) => (ends.kind === "on" ? [ends.to.id] : []));
      waiting.unshift(...new Set(next));
    } else {
      const [edge] = out;
      const back = edge?.loop ? (nodes.get(edge.to) ?? null) : null;
      blocks.push({ kind: "step", node, joins: joins.has(id), back });
      if (edge && !edge.loop) waiting.unshift(edge.to);
    }
  }
  return blocks;

  function follow(edge: FlowEdge): FlowAnswer {
    const steps: FlowNode[] = [];
    for (let way: FlowEdge | undefined = edge; way;) {
      const to = nodes.get(way.to);
      if (!to) break;
      if (way.loop) return { edge, steps, ends: { kind: "loop", to } };
      if (to.kind === "decision" || joins.has(to.id) || seen.has(to.id))
        return { edge, steps, ends: { kind: "on", to } };
      seen.add(to.id);
      steps.push(to);
      way = ways.get(to.id)?.[0];
    }
    return { edge, steps, ends: { kind: "end" } };
  }
}

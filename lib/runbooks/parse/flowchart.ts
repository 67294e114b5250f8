import { waysOf } from "./chart-ways";
import type { ChoiceLookup } from "./choice-lookup";
import { readStatement, type EdgeMention, type NodeMention } from "./flowchart-text";
import type { Keys } from "./keys";
import type { Decision, Flowchart, ParsedSection } from "./types";
import { blocksOf } from "./walk-sections";

/** Longer charts stay code. */
const MAX_LENGTH = 30_000;

/** The Mermaid flowcharts of all sections. Other diagrams stay code. */
export function readFlowcharts(sections: readonly ParsedSection[], choices: ChoiceLookup): Flowchart[] {
  return sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      if (block.type !== "code" || block.lang?.toLowerCase() !== "mermaid") return [];
      if (!HEADER.test(block.text) || block.text.length > MAX_LENGTH) return [];
      if (choices.isHidden(block.lines.start)) return [];
      return [
        { sectionKey: section.key, lines: block.lines, ...readChart(block.text, block.lines.start + 1) },
      ];
    }),
  );
}

/** The questions of a chart: nodes with two or more ways on. */
export function readDecisions(
  chart: Flowchart,
  { keys, choices }: { keys: Keys; choices: ChoiceLookup },
): Decision[] {
  const labels = new Map(chart.nodes.map((node) => [node.id, node.label]));
  const ways = waysOf(chart);
  return chart.nodes.flatMap((node) => {
    const on = ways.waysOn(node.id);
    if (on.length < 2) return [];
    return [
      {
        key: keys.decision([chart.sectionKey], node.label),
        sectionKey: chart.sectionKey,
        question: node.label,
        nodeId: node.id,
        line: node.line,
        branches: on.map((way) => ({
          label: way.label,
          target: labels.get(way.to) ?? way.to,
          targetId: way.to,
          loop: ways.goesRound(way),
          link: choices.linkOf(node.line, way.to),
          line: way.line,
        })),
      },
    ];
  });
}

const HEADER = /^\s*(?:%%[^\n]*\n\s*)*(?:flowchart|graph)\b/i;
const NO_STATEMENT =
  /^(?:flowchart|graph|subgraph|end|direction|style|classDef|class|linkStyle|click|accTitle|accDescr)\b|^%%/i;

function readChart(text: string, firstLine: number): Pick<Flowchart, "nodes" | "edges"> {
  const nodes = new Map<string, Flowchart["nodes"][number]>();
  const edges: Flowchart["edges"] = [];
  text.split("\n").forEach((row, i) => {
    const line = firstLine + i;
    for (const statement of row.split(";").map((part) => part.trim())) {
      if (statement === "" || NO_STATEMENT.test(statement)) continue;
      const found = readStatement(statement);
      for (const node of found.nodes) mention(nodes, node, line);
      edges.push(...found.edges.map((edge: EdgeMention) => ({ ...edge, line })));
    }
  });
  return { nodes: [...nodes.values()], edges };
}

/** A node stands where it is first named; its label may come later. */
function mention(nodes: Map<string, Flowchart["nodes"][number]>, node: NodeMention, line: number): void {
  const known = nodes.get(node.id);
  if (!known) nodes.set(node.id, { id: node.id, label: node.label ?? node.id, shape: node.shape, line });
  else if (node.label !== null) nodes.set(node.id, { ...known, label: node.label, shape: node.shape });
}

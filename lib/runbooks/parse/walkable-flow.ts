import { waysOf, type ChartWays } from "./chart-ways";
import { readCodeSpans } from "./commands";
import { readLabel } from "./flow-label";
import { plainText } from "./inline";
import type { Keys } from "./keys";
import { placeholdersIn } from "./placeholders";
import type { Flowchart, FlowNode, ParsedFlow, ParsedSection } from "./types";

/** Sets the flow of every section that has one, and its kind when there is nothing else to tick. */
export function addFlows(sections: readonly ParsedSection[], charts: readonly Flowchart[], keys: Keys): void {
  const bySection = new Map(sections.map((section): [string, Flowchart[]] => [section.key, []]));
  for (const chart of charts) bySection.get(chart.sectionKey)?.push(chart);
  for (const section of sections) {
    section.flow = walkableFlow(section, bySection.get(section.key) ?? [], keys);
    if (section.flow && section.kind === "notes") section.kind = "flow";
  }
}

/**
 * The chart of a section that is walked: the first one with a decision or a loop; or a straight one, when the
 * section holds nothing else to tick or to read but sentences. A straight chart beside a list mostly says what
 * the list says: it is shown only.
 *
 * @param charts those of this section, in order
 */
function walkableFlow(section: ParsedSection, charts: readonly Flowchart[], keys: Keys): ParsedFlow | null {
  for (const chart of charts) {
    const ways = waysOf(chart);
    if (chart.edges.some((edge) => ways.waysOn(edge.from).length > 1 || ways.goesRound(edge)))
      return flowOf(chart, ways, keys);
  }
  const [only, ...others] = charts;
  if (!only || others.length > 0 || only.edges.length === 0 || !isOnlyContent(section)) return null;
  return flowOf(only, waysOf(only), keys);
}

function isOnlyContent({ items }: ParsedSection): boolean {
  return items.every(
    (item) => item.type === "note" && ["code", "paragraph", "rule", "html"].includes(item.block.type),
  );
}

function flowOf(chart: Flowchart, ways: ChartWays, keys: Keys): ParsedFlow {
  const edges = chart.edges.map((edge) => ({ ...edge, loop: ways.leadsBack(edge), link: null }));
  const arrivals = new Map<string, number>();
  for (const { to, loop } of edges) if (!loop) arrivals.set(to, (arrivals.get(to) ?? 0) + 1);
  return {
    lines: chart.lines,
    nodes: chart.nodes.map((node) => nodeOf(node, chart, ways, keys)),
    edges,
    entryIds: ways.entryIds,
    joins: chart.nodes.map(({ id }) => id).filter((id) => (arrivals.get(id) ?? 0) > 1),
  };
}

function nodeOf(node: Flowchart["nodes"][number], chart: Flowchart, ways: ChartWays, keys: Keys): FlowNode {
  const inlines = readLabel(node.label);
  const label = plainText(inlines);
  const on = ways.waysOn(node.id).length;
  return {
    key: keys.node([chart.sectionKey], label),
    id: node.id,
    label,
    inlines,
    kind: on > 1 ? "decision" : on === 0 ? "end" : "step",
    ...readCodeSpans(inlines, { start: node.line, end: node.line }),
    placeholders: placeholdersIn(label),
    line: node.line,
  };
}

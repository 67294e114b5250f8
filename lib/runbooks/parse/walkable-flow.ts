import { waysOf, type ChartWays } from "./chart-ways";
import type { ChoiceLookup } from "./choice-lookup";
import { makeCommand, readCodeSpans } from "./commands";
import { readLabel } from "./flow-label";
import { plainText } from "./inline";
import type { Keys } from "./keys";
import { placeholdersIn } from "./placeholders.rules";
import type { Flowchart, FlowNode, LineRange, ParsedFlow, ParsedSection } from "./types";

/** Sets the flow of every section that has one, and its kind when there is nothing else to tick. */
export function addFlows(
  sections: readonly ParsedSection[],
  charts: readonly Flowchart[],
  about: About,
): void {
  const bySection = new Map(sections.map((section): [string, Flowchart[]] => [section.key, []]));
  for (const chart of charts) bySection.get(chart.sectionKey)?.push(chart);
  for (const section of sections) {
    section.flow = walkableFlow(section, bySection.get(section.key) ?? [], about);
    if (section.flow && section.kind === "notes") section.kind = "flow";
  }
}

type About = { keys: Keys; choices: ChoiceLookup };

/**
 * The chart of a section that is walked: the first one with a question; or a straight one, when the section holds
 * nothing else to tick or to read but sentences. A straight chart beside a list mostly says what the list says, and one
 * whose ways part without a question shows how things hang together: both are shown only.
 *
 * @param charts those of this section, in order
 */
function walkableFlow(section: ParsedSection, charts: readonly Flowchart[], about: About): ParsedFlow | null {
  const read = charts.map((chart) => ({ chart, chosen: about.choices.roleAt(chart.lines.start) }));
  const allowed = read.filter(({ chosen }) => chosen !== "note").map(({ chart }) => chart);
  const walked = read.find(({ chosen }) => chosen === "step")?.chart ?? allowed.find(asks);
  if (walked) return flowOf(walked, about);
  const [only, ...others] = allowed;
  if (!only || others.length > 0 || only.edges.length === 0 || !isStraight(only) || !isOnlyContent(section))
    return null;
  return flowOf(only, about);
}

/** Whether a node is a question: drawn or written as one, or with a name on each of its ways that is no number. */
function asks(chart: Flowchart): boolean {
  const ways = waysOf(chart);
  return chart.nodes.some(({ id, shape, label: words }) => {
    const on = ways.waysOn(id);
    const isNamed = on.every(({ label }) => label !== null && !/^\(?\d/.test(label));
    return on.length > 1 && (shape === "decision" || words.trimEnd().endsWith("?") || isNamed);
  });
}

/** A straight chart may go round, but its ways never part. */
function isStraight(chart: Flowchart): boolean {
  const ways = waysOf(chart);
  return chart.nodes.every(({ id }) => ways.waysOn(id).length < 2);
}

function isOnlyContent({ items }: ParsedSection): boolean {
  return items.every(
    (item) => item.type === "note" && ["code", "paragraph", "rule", "html"].includes(item.block.type),
  );
}

function flowOf(chart: Flowchart, { keys, choices }: About): ParsedFlow {
  const ways = waysOf(chart);
  const lineOf = new Map(chart.nodes.map(({ id, line }) => [id, line]));
  const edges = chart.edges.map((edge) => ({
    ...edge,
    loop: ways.leadsBack(edge),
    link: choices.linkOf(lineOf.get(edge.from) ?? 0, edge.to),
  }));
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
  const lines = { start: node.line, end: node.line };
  const on = ways.waysOn(node.id).length;
  return {
    key: keys.node([chart.sectionKey], label),
    id: node.id,
    label,
    inlines,
    kind: on > 1 ? "decision" : on === 0 ? "end" : "step",
    ...toRun(inlines, lines),
    placeholders: placeholdersIn(label),
    line: node.line,
  };
}

/** What a label has in code to run. One that is code throughout and has gaps is a command, whatever its program. */
function toRun(inlines: FlowNode["inlines"], lines: LineRange): Pick<FlowNode, "commands" | "http"> {
  const found = readCodeSpans(inlines, lines);
  const [only, ...others] = inlines;
  if (found.commands.length + found.http.length > 0 || only?.type !== "code" || others.length > 0)
    return found;
  return placeholdersIn(only.text).length > 0
    ? { ...found, commands: [makeCommand(only.text, lines)] }
    : found;
}

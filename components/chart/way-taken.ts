import { chartOf } from "@/lib/checklists/chart.rules";
import type { Way } from "@/lib/checklists/flow.rules";
import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import type { ItemState } from "@/lib/timeline/fold/state";

export interface WayTaken {
  /** Nodes that were walked, and the round they are in. */
  rounds: ReadonlyMap<string, number>;
  /** Where the walk stands: the first open item on the way. */
  current: string | null;
  /** `from to label` of each edge that was gone. */
  edges: ReadonlySet<string>;
}

/** What of a chart has been walked, by the items on the way, in order. */
export function wayTaken(flow: ParsedFlow, items: readonly ItemState[]): WayTaken {
  const keys = new Set(flow.nodes.map(({ key }) => key));
  const way = items.filter(({ stepKey, left }) => !left && stepKey !== null && keys.has(stepKey));
  const open = way.findIndex(
    ({ state }) => state !== "done" && state !== "skipped" && state !== "not_applicable",
  );
  const reached = open < 0 ? way : way.slice(0, open + 1);
  const { edges } = chartOf(flow);
  const gone = reached.slice(1).flatMap((item) => wayTo(item, reached, edges));
  return {
    rounds: new Map(reached.map(({ stepKey, round }) => [stepKey ?? "", round])),
    current: open < 0 ? null : (way[open]?.stepKey ?? null),
    edges: new Set(gone),
  };
}

export function edgeId({ from, to, label }: Way): string {
  return `${from} ${to} ${label ?? ""}`;
}

/** How an item was come to: from the nearest one before it that leads there, by its answer when it had to choose. */
function wayTo(item: ItemState, reached: readonly ItemState[], edges: readonly Way[]): string[] {
  const before = reached
    .slice(0, reached.indexOf(item))
    .findLast(({ stepKey }) => edges.some(({ from, to }) => from === stepKey && to === item.stepKey));
  const way = edges.find(
    ({ from, to, label }) =>
      from === before?.stepKey && to === item.stepKey && (!before.answer || before.answer.label === label),
  );
  return way ? [edgeId(way)] : [];
}

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
  const keys = new Set(flow.steps.map(({ key }) => key));
  const way = items.filter(({ stepKey, left }) => !left && stepKey !== null && keys.has(stepKey));
  const open = way.findIndex(
    ({ state }) => state !== "done" && state !== "skipped" && state !== "not_applicable",
  );
  const reached = open < 0 ? way : way.slice(0, open + 1);
  const edges = reached.slice(1).map((item, index) => {
    const before = reached[index];
    const label = before?.answer ? before.answer.label : labelBetween(flow, before?.stepKey, item.stepKey);
    return edgeId({ from: before?.stepKey ?? "", to: item.stepKey ?? "", label });
  });
  return {
    rounds: new Map(reached.map(({ stepKey, round }) => [stepKey ?? "", round])),
    current: open < 0 ? null : (way[open]?.stepKey ?? null),
    edges: new Set(edges),
  };
}

export function edgeId({ from, to, label }: { from: string; to: string; label: string | null }): string {
  return `${from} ${to} ${label ?? ""}`;
}

function labelBetween(flow: ParsedFlow, from: string | null | undefined, to: string | null): string | null {
  return flow.edges.find((edge) => edge.from === from && edge.to === to)?.label ?? null;
}

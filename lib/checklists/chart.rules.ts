import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import type { Chart } from "./flow.rules";

/** A parsed chart as it is walked: by the keys of its nodes. */
export function chartOf({ nodes, edges, entryIds }: ParsedFlow): Chart {
  const keys = new Map(nodes.map(({ id, key }) => [id, key]));
  const key = (id: string): string => keys.get(id) ?? id;
  return {
    entries: entryIds.map(key),
    edges: edges.map(({ from, to, label }) => ({ from: key(from), to: key(to), label })),
  };
}

import type { Flowchart } from "./types";

type Chart = Pick<Flowchart, "nodes" | "edges">;
type Edge = Chart["edges"][number];

/** How a chart can be walked. */
export type ChartWays = {
  /** Nodes to which nothing leads; and the first node of what goes round without one. */
  entryIds: string[];
  waysOn: (id: string) => readonly Edge[];
  /** The edge leads back to a node on the way to it. */
  leadsBack: (edge: Edge) => boolean;
  /** From the end of the edge its beginning can be reached again. */
  goesRound: (edge: Edge) => boolean;
};

/** Walks a chart once, depth first in the order of its edges: time linear in nodes and edges. */
export function waysOf(chart: Chart): ChartWays {
  const on = new Map<string, Edge[]>(chart.nodes.map(({ id }) => [id, []]));
  for (const edge of chart.edges) on.get(edge.from)?.push(edge);
  const reached = new Set(chart.edges.map((edge) => edge.to));
  const walk = new Walk((id) => on.get(id) ?? []);
  const entryIds: string[] = [];
  const roots = chart.nodes.filter(({ id }) => !reached.has(id));
  for (const { id } of [...roots, ...chart.nodes]) {
    if (walk.knows(id)) continue;
    entryIds.push(id);
    walk.from(id);
  }
  return {
    entryIds,
    waysOn: (id) => on.get(id) ?? [],
    leadsBack: (edge) => walk.back.has(edge),
    goesRound: (edge) => walk.cycleOf.get(edge.from) === walk.cycleOf.get(edge.to),
  };
}

type Visit = { id: string; next: number };

/** Tarjan's search for strongly connected parts, without recursion: charts may be thousands of nodes deep. */
class Walk {
  readonly back = new Set<Edge>();
  /** The part of the chart, in which every node can be reached from every other, that a node belongs to. */
  readonly cycleOf = new Map<string, number>();
  private readonly order = new Map<string, number>();
  private readonly low = new Map<string, number>();
  private readonly waiting: string[] = [];
  private readonly onWay = new Set<string>();

  constructor(private readonly waysOn: (id: string) => readonly Edge[]) {}

  knows(id: string): boolean {
    return this.order.has(id);
  }

  from(start: string): void {
    const way = [this.enter(start)];
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const edge = this.waysOn(visit.id)[visit.next++];
      if (edge) this.follow(edge, way);
      else this.leave(way);
    }
  }

  private enter(id: string): Visit {
    this.order.set(id, this.order.size);
    this.low.set(id, this.orderOf(id));
    this.waiting.push(id);
    this.onWay.add(id);
    return { id, next: 0 };
  }

  private follow(edge: Edge, way: Visit[]): void {
    if (!this.knows(edge.to)) {
      way.push(this.enter(edge.to));
      return;
    }
    if (this.onWay.has(edge.to)) this.back.add(edge);
    if (!this.cycleOf.has(edge.to)) this.lower(edge.from, this.orderOf(edge.to));
  }

  private leave(way: Visit[]): void {
    const id = way.pop()?.id ?? "";
    this.onWay.delete(id);
    const low = this.low.get(id) ?? 0;
    const above = way.at(-1);
    if (above) this.lower(above.id, low);
    if (low !== this.orderOf(id)) return;
    for (let node = this.waiting.pop(); node !== undefined; node = this.waiting.pop()) {
      this.cycleOf.set(node, low);
      if (node === id) break;
    }
  }

  private lower(id: string, to: number): void {
    this.low.set(id, Math.min(this.low.get(id) ?? to, to));
  }

  private orderOf(id: string): number {
    return this.order.get(id) ?? 0;
  }
}

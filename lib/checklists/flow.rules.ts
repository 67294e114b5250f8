/** A chart as it is walked: nodes by their keys. A node with two or more ways on is a decision. */
export interface Chart {
  /** Where it begins; each entry is walked as a strand of its own. */
  entries: readonly string[];
  edges: readonly Way[];
}

/** One way on from a node, and what it answers. */
export interface Way {
  from: string;
  to: string;
  label: string | null;
}

/** A node that is to be walked: the `round`-th time. */
export interface Planned {
  nodeKey: string;
  /** The entry that its way began with. */
  strand: string;
  kind: "step" | "decision";
  round: number;
}

/** A node that is being walked. */
export interface Walked extends Planned {
  id: string;
  /** Nobody has begun it, as `isBegun` says. */
  untouched: boolean;
}

/** What an answer changes: the walk beyond the decision is planned anew. */
export interface Replanned {
  added: Planned[];
  /** Ids of untouched items of the way that was chosen before. */
  dropped: string[];
  /** Ids of items of that way where something was done: they stay on record, off the way. */
  left: string[];
}

/** The beginning of a walk: from each entry up to and with the first decision, or to the end; what meets is walked once. */
export function beginWalk(chart: Chart): Planned[] {
  return chart.entries.reduce<Planned[]>(
    (planned, entry) => [...planned, ...stretch(chart, entry, { strand: entry, walk: planned })],
    [],
  );
}

/**
 * What follows from an answer. What both answers lead to is walked once; a way that leads back begins another round.
 * @param walk the items on the way, in order; the decision is among them
 * @param way the chosen one of `waysFrom` the decision's node; null takes an answer back
 */
export function replan(
  chart: Chart,
  walk: readonly Walked[],
  decisionId: string,
  way: Way | null,
): Replanned {
  const strand = walk.find(({ id }) => id === decisionId)?.strand ?? "";
  const own = walk.filter((item) => item.strand === strand);
  const beyond = own.slice(own.findIndex(({ id }) => id === decisionId) + 1);
  const staying = walk.filter((item) => !beyond.includes(item));
  return {
    added: way ? stretch(chart, way.to, { strand, walk: staying }) : [],
    dropped: beyond.filter(({ untouched }) => untouched).map(({ id }) => id),
    left: beyond.filter(({ untouched }) => !untouched).map(({ id }) => id),
  };
}

/**
 * The walk that the same answers make on another chart, from its entries on. It ends where a question has none.
 * @param chosen the way on from a question that it was answered with; undefined when it was not, or the chart lacks it
 */
export function rewalk(chart: Chart, chosen: (question: Planned) => Way | undefined): Planned[] {
  let walk = beginWalk(chart);
  for (const strand of chart.entries) {
    for (let added = walk.filter((node) => node.strand === strand); added.length > 0;) {
      const last = added.at(-1);
      const way = last?.kind === "decision" ? chosen(last) : undefined;
      added = way ? stretch(chart, way.to, { strand, walk }) : [];
      walk = [...walk, ...added];
    }
  }
  return walk;
}

/** The ways on from a node, in the order of the source. */
export function waysFrom(chart: Chart, nodeKey: string): Way[] {
  return chart.edges.filter(({ from }) => from === nodeKey);
}

/**
 * Where a way leads if it is chosen: its nodes up to the next decision or the end, without those walked before.
 * `backTo` names the node that it returns to, if it does.
 */
export function preview(
  chart: Chart,
  walked: ReadonlySet<string>,
  way: Way,
): { nodeKeys: string[]; backTo: string | null } {
  const nodes = stretch(chart, way.to, { strand: "", walk: [] }).map(({ nodeKey }) => nodeKey);
  const back = nodes.findIndex((key) => walked.has(key));
  return back < 0
    ? { nodeKeys: nodes, backTo: null }
    : { nodeKeys: nodes.slice(0, back), backTo: nodes[back] ?? null };
}

/**
 * Straight on from a node to the next decision (with it), the end, what another strand walks already, or where a ring
 * without a question closes.
 */
function stretch(
  chart: Chart,
  first: string,
  { strand, walk }: { strand: string; walk: readonly Planned[] },
): Planned[] {
  const planned: Planned[] = [];
  const seen = new Set(walk.filter((node) => node.strand !== strand).map(({ nodeKey }) => nodeKey));
  for (let key: string | undefined = first; key !== undefined && !seen.has(key);) {
    seen.add(key);
    const nodeKey: string = key;
    const ways = waysFrom(chart, nodeKey);
    const round = 1 + walk.filter((node) => node.nodeKey === nodeKey).length;
    planned.push({ nodeKey, strand, kind: ways.length > 1 ? "decision" : "step", round });
    key = ways.length === 1 ? ways[0]?.to : undefined;
  }
  return planned;
}

/** One node as a statement names it; `label` null when only its id stands there. */
export type NodeMention = { id: string; label: string | null; shape: "box" | "decision" | "round" | "other" };
export type EdgeMention = { from: string; to: string; label: string | null };

/**
 * Reads one statement of a Mermaid flowchart: nodes joined by edges of any spelling, chained
 * (`A --> B --> C`) or several at once (`A & B --> C`).
 *
 * @returns what could be read before the first thing that is no Mermaid
 */
export function readStatement(statement: string): { nodes: NodeMention[]; edges: EdgeMention[] } {
  const nodes: NodeMention[] = [];
  const edges: EdgeMention[] = [];
  let rest = statement.trim();
  let from: string[] = [];
  let label: string | null | undefined;
  while (rest !== "") {
    const group = readGroup(rest);
    if (group.nodes.length === 0) break;
    nodes.push(...group.nodes);
    const to = group.nodes.map((node) => node.id);
    if (label !== undefined) for (const a of from) for (const b of to) edges.push({ from: a, to: b, label });
    const edge = readEdge(group.rest);
    if (!edge) break;
    from = to;
    label = edge.label;
    rest = edge.rest;
  }
  return { nodes, edges };
}

const ID = /^[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/u;

/** What opens and closes a node's label; longer marks first. */
const SHAPES: readonly (readonly [open: string, close: string, shape: NodeMention["shape"]])[] = [
  ["((", "))", "round"],
  ["([", "])", "round"],
  ["{{", "}}", "other"],
  ["[[", "]]", "box"],
  ["[(", ")]", "other"],
  ["[/", "/]", "other"],
  ["[\\", "\\]", "other"],
  ["[", "]", "box"],
  ["(", ")", "round"],
  ["{", "}", "decision"],
  [">", "]", "other"],
];

function readGroup(text: string): { nodes: NodeMention[]; rest: string } {
  const nodes: NodeMention[] = [];
  let rest = text;
  for (let node = readNode(rest); node; node = readNode(rest)) {
    nodes.push(node.node);
    rest = node.rest;
    const and = /^\s*&\s*/.exec(rest);
    if (!and) break;
    rest = rest.slice(and[0].length);
  }
  return { nodes, rest };
}

function readNode(text: string): { node: NodeMention; rest: string } | null {
  const id = ID.exec(text.trimStart())?.[0];
  if (!id) return null;
  const after = text.trimStart().slice(id.length);
  const shape = SHAPES.find(([open]) => after.startsWith(open));
  const label = shape ? readLabel(after.slice(shape[0].length), shape[1]) : null;
  const rest = (label ? label.rest : after).replace(/^:::[\w-]+/, "");
  return { node: { id, label: label?.text ?? null, shape: label && shape ? shape[2] : "box" }, rest };
}

function readLabel(text: string, close: string): { text: string; rest: string } | null {
  const quoted = /^\s*"([^"]*)"\s*/.exec(text);
  if (quoted && text.startsWith(close, quoted[0].length)) {
    return { text: quoted[1] ?? "", rest: text.slice(quoted[0].length + close.length) };
  }
  const end = text.indexOf(close);
  return end < 0 ? null : { text: text.slice(0, end).trim(), rest: text.slice(end + close.length) };
}

/** `-- label -->` and the like: the label between the two halves of the edge. */
const LABELLED = /^\s*[<ox]?(?:--|==|-\.)(?![-=.>])\s*(.+?)\s*(?:-{2,}[>ox]?|={2,}[>ox]?|\.+-+>?)\s*/;
/** `-->`, `---`, `-.->`, `==>`, `--x`, `--o`, `~~~`, and a label in bars behind it. */
const PLAIN = /^\s*<?(?:-{2,}(?:>|[ox](?=\s))?|={2,}>?|-\.+->?|~{3,})\s*(?:\|([^|]*)\|)?\s*/;

function readEdge(text: string): { label: string | null; rest: string } | null {
  const found = LABELLED.exec(text) ?? PLAIN.exec(text);
  if (!found) return null;
  const label = found[1]?.trim().replace(/^"(.*)"$/, "$1");
  return { label: label ? label : null, rest: text.slice(found[0].length) };
}

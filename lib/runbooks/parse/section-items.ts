import type { Code, List, Paragraph, Table } from "mdast";
import { linesOf, readBlock } from "./blocks";
import { boldStepEnd, isNumberedParagraph, readBoldStep, readMarkedLines } from "./bold-steps";
import { chosenCode, chosenParagraph } from "./chosen-items";
import { continuationOf } from "./continuation";
import { readFenceSteps } from "./fence-steps";
import type { FlowContent } from "./flow-content";
import { makeGroup } from "./groups";
import { joinLines, plainText, readInlines } from "./inline";
import { labelOf } from "./labels";
import { listFacts } from "./list-facts";
import { roleOf } from "./list-runs";
import { readListItems } from "./list-steps";
import { readLetteredSteps } from "./lettered-steps";
import { listRole, type ListRole } from "./roles";
import type { Scope } from "./scope";
import { fieldLines, fieldOf, readStepBody } from "./step-body";
import { nestedReader } from "./step-items";
import { readTableSteps } from "./table-steps";
import type { Inline, ParsedGroup, ParsedStep, SectionItem } from "./types";

/** Reads everything between a heading and the next one, in order. */
export function readItems(nodes: readonly FlowContent[], scope: Scope): SectionItem[] {
  const reading: Reading = { nodes, items: [], scope };
  for (let at = 0; at < nodes.length;) at = readNext(reading, at);
  return reading.items;
}

type Reading = { nodes: readonly FlowContent[]; items: SectionItem[]; scope: Scope };

/** A paragraph directly above a list or fence, and the label that it is, if it is one. */
type Lead = { node: Paragraph; inlines: Inline[]; label: string | null; chosen: boolean };

/** Each reader takes the node at an index with all that belongs to it, and returns the next index. */
function readNext(reading: Reading, at: number): number {
  const node = reading.nodes[at];
  if (node?.type === "paragraph") return readParagraph(reading, node, at);
  if (node?.type === "list") return readList(reading, node, null, at);
  if (node?.type === "code") readCode(reading, node);
  else if (node?.type === "table") readTable(reading, node);
  else if (node) keep(reading, node);
  return at + 1;
}

function readParagraph(reading: Reading, node: Paragraph, at: number): number {
  const { nodes, items, scope } = reading;
  const inlines = joinLines(readInlines(node.children, scope.definitions));
  const chosen = scope.choices.roleAt(linesOf(node).start);
  const own = chosenParagraph(chosen, inlines, nodes.slice(at, at + 2), scope);
  if (own) {
    addAll(items, own.items);
    return at + own.count;
  }
  const marked = chosen === null ? readMarkedLines(node, nodes[at + 1], scope) : null;
  if (marked) {
    addAll(items, marked.steps);
    return at + marked.count;
  }
  if (chosen === null && isNumberedParagraph(inlines)) {
    const end = boldStepEnd(nodes, at, scope);
    addAll(items, readBoldStep(inlines, nodes.slice(at, end), scope));
    return end;
  }
  const lettered = chosen === null ? readLetteredSteps(node, textAbove(reading, at), scope) : null;
  if (lettered) {
    addAll(items, lettered);
    return at + 1;
  }
  const label = chosen === "group" ? plainText(inlines) : chosen === "note" ? null : labelOf(inlines);
  const lead: Lead = { node, inlines, label, chosen: chosen === "group" };
  const next = nodes[at + 1];
  if (next?.type === "list") return readList(reading, next, lead, at + 1);
  if (next?.type === "code" && label !== null && readLabelledCode(reading, next, lead)) return at + 2;
  if (lead.chosen) items.push(makeGroup(inlines, linesOf(node), scope));
  else keepParagraph(reading, node);
  return at + 1;
}

/** Fields that share a paragraph are kept apart: each may belong to the step above. */
function keepParagraph(reading: Reading, node: Paragraph): void {
  const fields = fieldLines(node, reading.scope);
  if (fields)
    addAll(
      reading.items,
      fields.map((block) => ({ type: "note", block })),
    );
  else keep(reading, node);
}

function textAbove({ nodes, scope }: Reading, at: number): string {
  const above = nodes[at - 1];
  return above?.type === "paragraph" ? plainText(readInlines(above.children, scope.definitions)) : "";
}

function readLabelledCode({ items, scope }: Reading, code: Code, lead: Lead): boolean {
  if (scope.choices.peek(linesOf(code).start) !== null) return false;
  const group = makeGroup(lead.inlines, linesOf(lead.node), scope);
  const steps = readFenceSteps(code, group.key, scope);
  if (steps) addAll(items, [group, ...steps]);
  return steps !== null;
}

function readCode(reading: Reading, node: Code): void {
  const chosen = reading.scope.choices.roleAt(linesOf(node).start);
  const steps = chosenCode(chosen, node, reading.scope);
  if (steps) addAll(reading.items, steps);
  else keep(reading, node);
}

function readTable(reading: Reading, node: Table): void {
  const steps = readTableSteps(node, reading.scope);
  if (steps) addAll(reading.items, steps);
  else keep(reading, node);
}

function readList(reading: Reading, list: List, lead: Lead | null, at: number): number {
  const { items, scope } = reading;
  const role = roleOfList(list, lead, scope);
  const isOr =
    role === "steps" && lead !== null && !lead.chosen && /^\W*or\W*$/i.test(plainText(lead.inlines));
  const isGroup = (role === "steps" && lead?.label != null && !isOr) || lead?.chosen;
  const group = lead && isGroup ? makeGroup(lead.inlines, linesOf(lead.node), scope) : null;
  if (group) items.push(group);
  else if (lead) keep(reading, lead.node);
  if (role === "steps") {
    const from = items.length;
    const next = readSteps(reading, list, group, at, lead ? plainText(lead.inlines) : "");
    if (isOr) joinByOr(items, from, scope);
    return next;
  }
  addAll(items, readListItems(list, role, group, scope));
  return at + 1;
}

/** One step, a paragraph that is nothing but "or", and one step more: one of the two is enough. */
function joinByOr(items: readonly SectionItem[], from: number, scope: Scope): void {
  // The paragraph stands at from - 1.
  const above = topSteps(items, from - 2, -1);
  const below = topSteps(items, from, 1);
  const [first, second] = [above[0], below[0]];
  if (!first || !second || below.length > 1 || above.some((step) => step.choiceKey !== first.choiceKey))
    return;
  if (above.length > 1 && first.choiceKey === null) return;
  const key = first.choiceKey ?? scope.keys.choice(scope.path, `${first.text}\n${second.text}`);
  for (const step of [...above, second]) step.choiceKey = key;
}

/** The steps from here on, up or down, that nothing stands between, without their parts. */
function topSteps(items: readonly SectionItem[], from: number, by: 1 | -1): ParsedStep[] {
  const found: ParsedStep[] = [];
  for (let at = from; at >= 0 && at < items.length; at += by) {
    const item = items[at];
    if (item?.type !== "step") break;
    if (item.depth === 0) found.push(item);
  }
  return found;
}

function roleOfList(list: List, lead: Lead | null, scope: Scope): ListRole {
  if (lead?.chosen) return "steps";
  if (scope.chosen !== null) return roleOf(scope.chosen);
  // "…, the following," leads in as a colon does.
  const words = (lead ? plainText(lead.inlines) : "").replace(/(?<=\bfollowing\b[^.]{0,80})[,.]$/, ":");
  const leads = lead?.label != null || /[:：]$/.test(words);
  return listRole(listFacts(list, leads ? words : null, scope.heading, scope));
}

/** Reads a list of steps, and what unindented blocks cut off from it. */
function readSteps(
  reading: Reading,
  list: List,
  group: ParsedGroup | null,
  at: number,
  lead: string,
): number {
  const { nodes, items, scope } = reading;
  let index = at;
  for (let piece: List | null = list; piece;) {
    addAll(items, readListItems(piece, "steps", group, scope, lead));
    const step = items.findLast((item): item is ParsedStep => item.type === "step" && item.depth === 0);
    if (!step || items.at(-1)?.type === "note") return index + 1;
    const { between, next } = continuationOf(
      piece,
      step.text,
      nodes,
      index + 1,
      piece !== list,
      (node) => node?.type === "paragraph" && readBlock(node, scope.definitions).some(fieldOf),
    );
    const last = between.at(-1);
    if (last) step.lines = { start: step.lines.start, end: linesOf(last).end };
    addAll(items, readStepBody(step, between, scope, nestedReader(scope)));
    index += between.length + (next ? 1 : 0);
    piece = next;
  }
  return index + 1;
}

function keep(reading: Reading, node: FlowContent): void {
  addAll(
    reading.items,
    readBlock(node, reading.scope.definitions).map((block) => ({ type: "note", block })),
  );
}

/** A list can be longer than a call may have arguments. */
function addAll(items: SectionItem[], more: readonly SectionItem[]): void {
  for (const item of more) items.push(item);
}

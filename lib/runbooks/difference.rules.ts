import { pairUp, sectionsOf, type Pair } from "./difference-pairs.rules";
import { longestRun } from "./longest-run.rules";
import { nodeSteps } from "./parse/node-steps.rules";
import type { ParsedCriterion, ParsedRunbook, ParsedSection, ParsedStep } from "./parse/types";

/** A step, a node of a walked chart, or an exit criterion, with the section it stands in. */
export interface Tickable {
  key: string;
  kind: "step" | "node" | "criterion";
  text: string;
  sectionKey: string;
  sectionTitle: string;
}

/** What of a step is not as it was. */
export type ChangedPart =
  | "text"
  | "commands"
  | "expected result"
  | "what to do if it fails"
  | "notes"
  | "condition"
  | "alternatives"
  | "place below another step"
  | "gate";

/**
 * One step in two versions: only in the newer (`before` null), only in the older (`after` null), or in both, then
 * perhaps with other content, and perhaps moved among the rest or into another section.
 */
export interface StepChange {
  before: Tickable | null;
  after: Tickable | null;
  changed: ChangedPart[];
  moved: boolean;
}

type Parsed = Pick<ParsedRunbook, "sections">;
/** A step with what is compared of it, and its place in the document. */
interface Placed extends Tickable {
  at: number;
  parts: Partial<Record<ChangedPart, string>>;
}

/**
 * What became of every step, chart node and exit criterion from one version of a runbook to another. They are found
 * again by their keys; else by their text in another section; else, in their section, by most of their words.
 *
 * @returns all of them, unchanged ones too, in the order of the newer version; removed ones where they stood
 */
export function stepDifference(older: Parsed, newer: Parsed): StepChange[] {
  const [before, after] = [placed(older), placed(newer)];
  const pairs = pairUp(before, after);
  const moved = movedOf(pairs, sectionsOf(pairs));
  const byAfter = new Map(pairs.map(([from, to]) => [to, from]));
  const found = new Set(pairs.map(([from]) => from));
  const removed = before.filter((step) => !found.has(step));
  const changes: StepChange[] = [];
  // What was removed stands before what was added at its place, as lines do in a difference of texts.
  const next = after.map(() => Infinity);
  for (let index = after.length - 1; index >= 0; index--) {
    const step = after[index];
    const from = step && !moved.has(step) ? byAfter.get(step) : undefined;
    next[index] = from?.at ?? next[index + 1] ?? Infinity;
  }
  const flush = (at: number) => {
    while (removed[0] && removed[0].at < at) changes.push(change(removed.shift() ?? null, null, false));
  };
  for (const [index, step] of after.entries()) {
    flush(next[index] ?? Infinity);
    changes.push(change(byAfter.get(step) ?? null, step, moved.has(step)));
  }
  flush(Infinity);
  return changes;
}

/** Whether a step is in both versions as it was, at its place. */
export function isUnchanged({ before, after, changed, moved }: StepChange): boolean {
  return before !== null && after !== null && changed.length === 0 && !moved;
}

/** Where the steps of the older version are in the newer: its key by the older key; those removed are absent. */
export function newKeys(changes: readonly StepChange[]): Map<string, string> {
  return new Map(
    changes.flatMap(({ before, after }) => (before && after ? [[before.key, after.key] as const] : [])),
  );
}

function change(before: Placed | null, after: Placed | null, moved: boolean): StepChange {
  return {
    before: before && seen(before),
    after: after && seen(after),
    changed: partsOf(before, after),
    moved,
  };
}

function seen({ key, kind, text, sectionKey, sectionTitle }: Placed): Tickable {
  return { key, kind, text, sectionKey, sectionTitle };
}

function partsOf(before: Placed | null, after: Placed | null): ChangedPart[] {
  if (!before || !after) return [];
  const names = Object.keys({ ...before.parts, ...after.parts }) as ChangedPart[];
  return names.filter((name) => (before.parts[name] ?? "") !== (after.parts[name] ?? ""));
}

/** Those that left their section, and those that do not keep the order of the rest. */
function movedOf(pairs: readonly Pair<Placed>[], sections: ReadonlyMap<string, string>): Set<Placed> {
  const stayed = pairs.filter(([from, to]) => sections.get(from.sectionKey) === to.sectionKey);
  const ordered = stayed.toSorted((a, b) => a[1].at - b[1].at);
  const inOrder = longestRun(ordered.map(([from]) => from.at));
  const kept = new Set(inOrder.map((index) => ordered[index]?.[1]));
  return new Set(pairs.map(([, to]) => to).filter((step) => !kept.has(step)));
}

function placed({ sections }: Parsed): Placed[] {
  let at = 0;
  return sections.flatMap((section) =>
    tickables(section).map(({ kind, item }) => ({
      ...{ key: item.key, kind, text: item.text, sectionKey: section.key, sectionTitle: section.title },
      at: at++,
      parts: item.type === "criterion" ? criterionParts(item) : stepParts(item),
    })),
  );
}

type Found = { kind: Tickable["kind"]; item: ParsedStep | ParsedCriterion };

function tickables({ items, flow }: ParsedSection): Found[] {
  const listed = items.filter((item) => item.type === "step" || item.type === "criterion");
  return [
    ...listed.map((item) => ({ kind: item.type, item })),
    ...(flow ? nodeSteps(flow) : []).map((item) => ({ kind: "node" as const, item })),
  ];
}

function stepParts(step: ParsedStep): Placed["parts"] {
  return {
    text: step.text,
    commands: content([
      step.commands.map(({ text }) => text),
      step.http.map(({ method, target }) => [method, target]),
    ]),
    "expected result": step.expect?.text ?? "",
    "what to do if it fails": step.ifFails?.text ?? "",
    notes: content(step.details),
    condition: step.condition ?? "",
    alternatives: step.choiceKey === null ? "" : "one is enough",
    "place below another step": String(step.depth),
  };
}

function criterionParts({ text, gate, details }: ParsedCriterion): Placed["parts"] {
  return { text, gate, notes: content(details) };
}

/** A value without where it stands in the document. */
function content(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) =>
    name === "lines" || name === "line" ? undefined : inner,
  );
}

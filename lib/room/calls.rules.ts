import { fillGaps, type Filled } from "@/lib/checklists/gaps.rules";
import type { ParsedFlow, ParsedSection } from "@/lib/runbooks/parse/types";
import type { ChecklistState, ItemState } from "@/lib/timeline/fold/state";

/** An answer that is linked to a section: the section hangs on it. */
export interface Call {
  /** The checklist with the question. */
  from: string;
  question: string;
  answer: string;
  /** It is the answer that counts: of several rounds, the last that was given. */
  chosen: boolean;
  /** What was answered instead. */
  instead: string | null;
  /** When the question was last answered or opened again. */
  at: string | null;
}

/** A checklist, and all sections of the runbook that it is from. */
export interface Asking extends Pick<ChecklistState, "id" | "sectionKey" | "items"> {
  runbook: string;
  sections: readonly ParsedSection[];
}

/**
 * The answers on which sections hang: those that a person linked to them or to what they stand below, on charts that
 * are walked here. Two sections never wait for each other: then the later one hangs on the earlier one.
 * @returns by checklist; nothing of those that wait for no answer
 */
export function callsOf(lists: readonly Asking[], filled: Filled): ReadonlyMap<string, readonly Call[]> {
  const calls = new Map<string, Call[]>();
  const hangsOn = (id: string, other: string, seen = new Set<string>()): boolean => {
    if (id === other) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return (calls.get(id) ?? []).some(({ from }) => hangsOn(from, other, seen));
  };
  const found = lists.flatMap((list, at) =>
    lists.flatMap((other, to) => linksBetween(list, other, filled).map((call) => ({ call, other, at, to }))),
  );
  for (const { call, other } of found.toSorted((a, b) => Number(a.to < a.at) - Number(b.to < b.at))) {
    if (!hangsOn(call.from, other.id)) calls.set(other.id, [...(calls.get(other.id) ?? []), call]);
  }
  return calls;
}

interface Hanging {
  calls: readonly Call[];
  steps: readonly { item: Pick<ItemState, "state" | "changedAt"> }[];
}

/** Whether a section waits for an answer that was not given, and nobody has begun it since by hand. */
export function waitsForAnswer({ calls, steps }: Hanging): boolean {
  if (calls.length === 0 || calls.some(({ chosen }) => chosen)) return false;
  const since = calls.reduce((last, { at }) => (at !== null && at > last ? at : last), "");
  const isBegun = ({ item: { state, changedAt } }: Hanging["steps"][number]) =>
    changedAt !== null && changedAt > since && ["in_progress", "done", "failed", "blocked"].includes(state);
  return !steps.some(isBegun);
}

/** `Waits for “Is it in sync?”: No.`; null for a section that waits for no answer. */
export function waitWords(section: Hanging): string | null {
  if (!waitsForAnswer(section)) return null;
  const words = section.calls.map(
    ({ question, answer, instead }) =>
      `“${question}”: ${answer}${instead === null ? "" : ` (answered: ${instead})`}`,
  );
  return `Waits for ${[...new Set(words)].join(", or ")}.`;
}

/** `After “Is it in sync?”: No.`; null for a section that no answer has called for. */
export function calledWords({ calls }: Pick<Hanging, "calls">): string | null {
  const given = calls.find(({ chosen }) => chosen);
  return given ? `After “${given.question}”: ${given.answer}.` : null;
}

/** The answers of one checklist's chart that lead to another checklist. */
function linksBetween(list: Asking, other: Asking, filled: Filled): Call[] {
  const flow = list.sections.find(({ key }) => key === list.sectionKey)?.flow;
  if (!flow || list === other || list.runbook !== other.runbook) return [];
  const [own, its] = [list, other].map(({ sectionKey }) => sectionWithParents(sectionKey, list.sections));
  return flow.edges.flatMap((edge) => {
    const to = edge.link?.runbookSlug === null ? edge.link.sectionKey : null;
    return to !== null && its?.has(to) && !own?.has(to) ? [callOf(list, flow, edge, filled)] : [];
  });
}

function callOf(
  { id, items }: Asking,
  flow: ParsedFlow,
  edge: ParsedFlow["edges"][number],
  filled: Filled,
): Call {
  const node = (nodeId: string) => flow.nodes.find((one) => one.id === nodeId);
  const words = (key: string | undefined) =>
    fillGaps(flow.nodes.find((one) => one.key === key)?.label ?? "", filled);
  const asked = items.filter((item) => item.kind === "decision" && item.stepKey === node(edge.from)?.key);
  const current = asked.filter(({ left }) => !left);
  const given = current.findLast(({ answer }) => answer !== null)?.answer ?? null;
  const chosen = given !== null && given.to === node(edge.to)?.key && given.label === edge.label;
  // A question that is off the way by now was left when one before it was answered otherwise.
  const isOff = current.length === 0 && asked.length > 0;
  const told = isOff ? items.filter(({ kind, left }) => kind === "decision" && !left) : current;
  return {
    ...{ from: id, chosen, question: words(node(edge.from)?.key) },
    answer: edge.label ?? words(node(edge.to)?.key),
    instead: given === null || chosen ? null : (given.label ?? words(given.to)),
    at: told
      .map(({ changedAt }) => changedAt)
      .reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null),
  };
}

/** A section and all that it stands below, by their keys. */
export function sectionWithParents(
  key: string | null,
  sections: readonly ParsedSection[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = key; at !== null && !keys.has(at);) {
    keys.add(at);
    at = sections.find((section) => section.key === at)?.parentKey ?? null;
  }
  return keys;
}

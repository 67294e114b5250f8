import { chartOf } from "@/lib/checklists/chart.rules";
import { fillGaps, type Filled } from "@/lib/checklists/gaps.rules";
import { preview, waysFrom } from "@/lib/checklists/flow.rules";
import type { LinkTarget, ParsedFlow, ParsedSection } from "@/lib/runbooks/parse/types";
import type { Answer } from "@/lib/timeline/events/common";
import type { ChecklistState, ItemState } from "@/lib/timeline/fold/state";

/** One answer to a question, as a button shows it. */
export interface AnswerView {
  answer: Answer;
  /** "yes"; without words on the chart, where it leads. */
  words: string;
  /** What comes on this way, up to the next question. */
  titles: string[];
  /** The step that it returns to, and which round that would be. */
  back: { title: string; round: number } | null;
  chosen: boolean;
  /** Where a person has linked this answer to, besides its way on the chart. */
  link: LinkTarget | null;
}

export interface DecisionView {
  flow: ParsedFlow;
  answers: AnswerView[];
  /** How often this question was answered before on the way, and what was said. */
  rounds: ItemState[];
}

/** Whether an item is a node of a chart. */
export function isOfChart({ nodes }: ParsedFlow, { stepKey }: Pick<ItemState, "stepKey">): boolean {
  return nodes.some(({ key }) => key === stepKey);
}

/** A question with its answers and where each leads. */
export function viewDecision(
  list: Pick<ChecklistState, "items">,
  item: ItemState,
  section: ParsedSection | undefined,
  filled: Filled,
): DecisionView | null {
  const flow = section?.flow;
  if (!flow || item.kind !== "decision") return null;
  const chart = chartOf(flow);
  const title = (key: string): string =>
    fillGaps(flow.nodes.find((node) => node.key === key)?.label ?? "", filled);
  const before = list.items.slice(0, list.items.indexOf(item) + 1).filter(({ left }) => !left);
  const walked = new Set(before.flatMap(({ stepKey }) => (stepKey ? [stepKey] : [])));
  const roundOf = (key: string): number => 1 + before.filter(({ stepKey }) => stepKey === key).length;
  const answers = waysFrom(chart, item.stepKey ?? "").map((way): AnswerView => {
    const { nodeKeys, backTo } = preview(chart, walked, way);
    return {
      answer: { to: way.to, label: way.label },
      words: way.label ?? title(way.to),
      titles: nodeKeys.map(title),
      back: backTo === null ? null : { title: title(backTo), round: roundOf(backTo) },
      chosen: item.answer?.to === way.to && item.answer.label === way.label,
      link: linkOf(flow, item.stepKey, way),
    };
  });
  const rounds = list.items.filter((other) => other.stepKey === item.stepKey && other.answer && !other.left);
  return { flow, answers, rounds };
}

function linkOf({ nodes, edges }: ParsedFlow, from: string | null, way: Answer): LinkTarget | null {
  const keys = new Map(nodes.map(({ id, key }) => [id, key]));
  const same = edges.find(
    (edge) => keys.get(edge.from) === from && keys.get(edge.to) === way.to && edge.label === way.label,
  );
  return same?.link ?? null;
}

/** "plan, iterate, resolved", "inspect, apply fix, then back to validate: round 2". */
export function whereItLeads({ titles, back }: AnswerView): string {
  const returns = back
    ? [`${titles.length > 0 ? "then back" : "back"} to ${back.title}: round ${back.round}`]
    : [];
  return [...titles, ...returns].join(", ");
}

/** Whether an answer leads to a third round or a later one: the one that was given, or one that may be. */
export function leadsToThird({ round }: Pick<ItemState, "round">, answers: readonly AnswerView[]): boolean {
  const given = answers.filter(({ chosen }) => chosen);
  return round >= 2 && (given.length > 0 ? given : answers).some(({ back }) => back !== null);
}

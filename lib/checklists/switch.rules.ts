import type { StepChange } from "@/lib/runbooks/difference.rules";
import { plain } from "@/lib/runbooks/match/plain.rules";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import type { Answer } from "@/lib/timeline/events/common";
import { chartOf } from "./chart.rules";
import { rewalk, waysFrom, type Chart, type Way } from "./flow.rules";
import { isWalkable, itemsOf, type SectionItem } from "./section-items.rules";

/** What a switch has to know of a checklist's item. */
export interface SwitchedItem {
  id: string;
  kind: "step" | "decision";
  /** Null for one added by hand. */
  stepKey: string | null;
  round: number;
  answer: Answer | null;
  left: boolean;
  /** As `isBegun` says. */
  begun: boolean;
}

/** What becomes of an item, at its new place. */
export type Placed =
  /** The same step in the version switched to, with the facts it has there; its state stays. */
  | { as: "kept"; id: string; step: SectionItem; answer: Answer | null }
  /** Added by hand: stays as it is. */
  | { as: "own"; id: string }
  /** Not in the version switched to. What was begun stays in sight, what was not is folded away; none goes. */
  | { as: "left" | "dropped"; id: string }
  | { as: "added"; step: SectionItem };

/** Keys of steps in the version walked, with their keys in the version switched to. */
export type SameSteps = ReadonlyMap<string, string>;

/**
 * A checklist as another version of its section has it: in that version's order, with everything that is there. What
 * has no place in it stays behind the item it stood behind. On a chart the same answers are given again, as far as it
 * has them.
 * @param items all of the checklist's, in order
 * @param same the steps that are the same for certain, and those that a person said are
 */
export function planSwitch(
  items: readonly SwitchedItem[],
  section: ParsedSection,
  same: SameSteps,
): Placed[] {
  const newKey = (key: string): string => same.get(key) ?? key;
  const waiting = new Map<string, SwitchedItem[]>();
  // Those on the way come before those that were left.
  for (const item of items.toSorted((a, b) => Number(a.left) - Number(b.left))) {
    if (item.stepKey === null) continue;
    const name = nameOf({ ...item, stepKey: newKey(item.stepKey) });
    waiting.set(name, [...(waiting.get(name) ?? []), item]);
  }
  const chart = section.flow && chartOf(section.flow);
  const wayOf = (step: Pick<SectionItem, "stepKey" | "kind" | "round">): Way | undefined => {
    const answer = waiting.get(nameOf(step))?.[0]?.answer;
    return chart && answer ? sameWay(chart, step.stepKey, { ...answer, to: newKey(answer.to) }) : undefined;
  };
  const walk = chart ? rewalk(chart, ({ nodeKey, ...node }) => wayOf({ ...node, stepKey: nodeKey })) : [];
  const placed = itemsOf(section, walk).map((step): Placed => {
    const found = waiting.get(nameOf(step))?.[0];
    const way = found?.answer ? wayOf(step) : undefined;
    // A question whose answer is not on the chart any more is asked anew.
    if (!found || (found.answer && !way)) return { as: "added", step };
    waiting.get(nameOf(step))?.shift();
    return { as: "kept", id: found.id, step, answer: way ? { to: way.to, label: way.label } : null };
  });
  return withTheRest(placed, items);
}

/** Puts each item that has no place behind the one it stood behind. */
function withTheRest(placed: Placed[], items: readonly SwitchedItem[]): Placed[] {
  const all = [...placed];
  for (const [index, { id, stepKey, begun }] of items.entries()) {
    if (all.some((one) => one.as !== "added" && one.id === id)) continue;
    const before = items[index - 1]?.id;
    const at = all.findIndex((one) => one.as !== "added" && one.id === before) + 1;
    all.splice(at, 0, { as: stepKey === null ? "own" : begun ? "left" : "dropped", id });
  }
  return all;
}

function nameOf({ stepKey, kind, round }: Pick<SectionItem, "stepKey" | "kind" | "round">): string {
  return `${kind} ${stepKey} ${round}`;
}

/** The way that an answer meant: with its words, or the only one to where it led. */
function sameWay(chart: Chart, nodeKey: string, { to, label }: Answer): Way | undefined {
  const there = waysFrom(chart, nodeKey).filter((way) => way.to === to);
  return there.find((way) => way.label === label) ?? (there.length === 1 ? there[0] : undefined);
}

/** A pair that is one step for certain: by its key, or by its words under another heading. */
export function isSameStep({ before, after }: StepChange): boolean {
  if (!before || !after || before.kind !== after.kind) return false;
  if (before.key === after.key) return true;
  return plain(before.text) === plain(after.text) && plain(after.text) !== "";
}

/** The steps that a switch takes for the same without asking. */
export function sameSteps(changes: readonly StepChange[]): Map<string, string> {
  return new Map(
    changes.flatMap((change) =>
      change.before && change.after && isSameStep(change) ? [[change.before.key, change.after.key]] : [],
    ),
  );
}

/**
 * Where a section is in another version: under its key, or else, under another heading, where at least half of its
 * steps are.
 * @returns undefined when it is not there, or has nothing to walk
 */
export function sectionAfter(
  changes: readonly StepChange[],
  sectionKey: string,
  sections: readonly ParsedSection[],
): ParsedSection | undefined {
  const walkable = sections.filter(isWalkable);
  const same = walkable.find(({ key }) => key === sectionKey);
  if (same) return same;
  const own = changes.filter(
    ({ before }) => before?.sectionKey === sectionKey && before.kind !== "criterion",
  );
  return walkable.find(({ key }) => {
    const there = own.filter((change) => isSameStep(change) && change.after?.sectionKey === key);
    return there.length * 2 >= Math.max(1, own.length);
  });
}

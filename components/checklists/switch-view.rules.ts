import { isBegun } from "@/lib/checklists/step.rules";
import {
  isSameStep,
  planSwitch,
  sameSteps,
  sectionAfter,
  type SwitchedItem,
} from "@/lib/checklists/switch.rules";
import { stepDifference, type ChangedPart, type StepChange } from "@/lib/runbooks/difference.rules";
import { plain } from "@/lib/runbooks/match/plain.rules";
import type { ParsedCriterion, ParsedSection } from "@/lib/runbooks/parse/types";
import type { ChecklistState, ItemState, TimeBoxState } from "@/lib/timeline/fold/state";

/** A step that is not in the newer version, or not with these words, and what of it was begun. */
export interface GoneStep {
  key: string;
  text: string;
  begun: ItemState[];
  /** The heading it stands under now, when it only moved there. */
  nowUnder: string | null;
}

/** What a switch changes in one checklist. */
export interface SwitchView {
  added: { key: string; text: string }[];
  removed: GoneStep[];
  /** Most of the words are the same: whether it is the same step, a person says. */
  reworded: (GoneStep & { to: { key: string; text: string } })[];
  changed: { key: string; text: string; parts: ChangedPart[] }[];
  moved: { key: string; text: string }[];
  unchanged: number;
  /** Its heading, its timer or the ways of its chart are others. */
  isElsewise: boolean;
  /** Steps of a chart that were walked and are in the newer version, but no more on the way. */
  offTheWay: number;
}

type Sections = readonly ParsedSection[];

/** A section that is walked, with the incident's timers. */
interface Walked extends Pick<ChecklistState, "sectionKey" | "items"> {
  timeBoxes: readonly TimeBoxState[];
}

/** @returns null when the newer version does not have the section */
export function viewSwitch(
  list: Walked,
  older: readonly ParsedSection[],
  newer: readonly ParsedSection[],
): SwitchView | null {
  const changes = stepDifference({ sections: [...older] }, { sections: [...newer] });
  const section = sectionAfter(changes, list.sectionKey ?? "", newer);
  if (!section) return null;
  const before = older.find(({ key }) => key === list.sectionKey);
  const view: SwitchView = {
    isElsewise: before !== undefined && around(before) !== around(section),
    ...{ added: [], removed: [], reworded: [], changed: [], moved: [], unchanged: 0 },
    offTheWay: offTheWay(list, section, changes),
  };
  for (const change of changes) tell(view, change, list, section.key);
  return view;
}

/**
 * Whether a newer version is news for a section: it changed or is gone, or the version brings exit criteria that neither
 * the older one nor the incident has.
 */
export function changesSection(
  list: Walked,
  {
    older,
    newer,
    criteria,
  }: { older: Sections; newer: Sections; criteria: Parameters<typeof criteriaToOffer>[1] },
): boolean {
  const view = viewSwitch(list, older, newer);
  if (!view) return true;
  const { added, removed, reworded, changed, moved, offTheWay, isElsewise } = view;
  const steps = [added, removed, reworded, changed, moved];
  if (isElsewise || offTheWay > 0 || steps.some(({ length }) => length > 0)) return true;
  const known = criteriaIn(older).map(({ text }) => ({ text: { value: text } }));
  return criteriaToOffer(newer, [...criteria, ...known]).length > 0;
}

/** What of a section is not in its steps: its heading, its timer, and the ways of its chart. */
function around({ title, timeBoxMinutes, flow }: ParsedSection): string {
  const keys = new Map(flow?.nodes.map(({ id, key }) => [id, key]));
  const ways = flow?.edges.map(({ from, to, label }) => [keys.get(from), keys.get(to), label]);
  return JSON.stringify([title, timeBoxMinutes, ways]);
}

function tell(
  view: SwitchView,
  change: StepChange,
  { sectionKey, items, timeBoxes }: Walked,
  newSectionKey: string,
): void {
  const before = change.before?.sectionKey === sectionKey ? change.before : null;
  const after = change.after?.sectionKey === newSectionKey ? change.after : null;
  if ((before ?? after)?.kind === "criterion") return;
  const gone = before && {
    ...{ key: before.key, text: before.text },
    begun: items.filter((item) => item.stepKey === before.key && isBegun(item, timeBoxes)),
    nowUnder: isSameStep(change) && !after ? (change.after?.sectionTitle ?? null) : null,
  };
  if (gone && !after) view.removed.push(gone);
  else if (after && !gone) view.added.push(after);
  else if (after && gone) {
    const parts = change.changed.filter((part) => part !== "text");
    if (!isSameStep(change)) view.reworded.push({ ...gone, to: after });
    else if (parts.length > 0) view.changed.push({ ...after, parts });
    else if (change.moved) view.moved.push(after);
    else view.unchanged += 1;
  }
}

function offTheWay(
  { items, timeBoxes }: Walked,
  section: ParsedSection,
  changes: readonly StepChange[],
): number {
  const same = sameSteps(changes);
  const nodes = new Set(section.flow?.nodes.map(({ key }) => key));
  const plan = planSwitch(
    items.map((item) => switchedItem(item, isBegun(item, timeBoxes))),
    section,
    same,
  );
  const left = new Set(plan.flatMap((one) => (one.as === "left" ? [one.id] : [])));
  return items.filter(
    ({ id, stepKey, left: before }) =>
      left.has(id) && !before && stepKey !== null && nodes.has(same.get(stepKey) ?? stepKey),
  ).length;
}

function switchedItem({ id, kind, stepKey, round, answer, left }: ItemState, begun: boolean): SwitchedItem {
  return { id, kind, stepKey, round, answer, left, begun };
}

/** What was done at a step besides what its state says. */
export function tracesOf(item: ItemState, timeBoxes: readonly TimeBoxState[]): string[] {
  const comments = item.remarks.filter(({ kind }) => kind === "comment").length;
  return [
    item.secondActs.length > 0 && "somebody acted second",
    item.checks.length > 0 && "a check ran",
    timeBoxes.some(({ itemId }) => itemId === item.id) && "a timer ran",
    item.remarks.length > comments && "evidence",
    comments > 0 && (comments === 1 ? "a comment" : "comments"),
  ].filter((trace) => trace !== false);
}

/** The exit criteria that the newer version has and the incident does not. */
export function criteriaToOffer(
  newer: readonly ParsedSection[],
  known: readonly { text: { value: string | null } }[],
): ParsedCriterion[] {
  const words = new Set(known.map(({ text }) => plain(text.value ?? "")));
  return criteriaIn(newer).filter(({ text }) => !words.has(plain(text)));
}

function criteriaIn(sections: Sections): ParsedCriterion[] {
  return sections.flatMap(({ items }) => items.filter((item) => item.type === "criterion"));
}

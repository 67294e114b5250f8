import { needlessSteps, questionsIn } from "@/lib/checklists/alternatives.rules";
import { fillGaps, type Filled } from "@/lib/checklists/gaps.rules";
import { needsOf } from "@/lib/checklists/needs.rules";
import { isEnded } from "@/lib/checklists/step.rules";
import { withoutTicks } from "@/lib/kernel/code-spans";
import type { Call } from "@/lib/room/calls.rules";
import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import type { ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import type { StepNeeds } from "@/lib/timeline/events/common";
import type { ChecklistState, ItemState } from "@/lib/timeline/fold/state";
import { notesOf } from "./notes.rules";
import type { ReadWritten } from "./written-steps";
import { viewDecision, type DecisionView } from "./decision.rules";

/** A step as screens show it: the item's state with the words of its pinned runbook. */
export interface StepView {
  item: ItemState;
  list: ChecklistState;
  /** Of one that was written in the room what its words hold; absent where they were redacted, or are not read yet. */
  step: ParsedStep | undefined;
  /** With what was filled into its gaps. */
  title: string;
  /** For a question: its answers. */
  decision: DecisionView | null;
  needs: StepNeeds;
  /** How deep it stands under other steps. */
  depth: number;
  /** It is a question, and the alternatives below it are its answers. */
  asks: boolean;
  /** It is one of several ways, and its parts are done once it is begun. */
  opens: boolean;
  /** Nobody has to do it any more: an alternative to it is done, or one that answers it. */
  satisfied: boolean;
}

export interface ChecklistView {
  list: ChecklistState;
  section: ParsedSection | undefined;
  title: string;
  /** What its section says besides its steps. */
  notes: ReturnType<typeof notesOf>;
  /** All there is in it are alternatives: one is enough. */
  isOptions: boolean;
  steps: StepView[];
  /** What was begun on a way that was left for another answer. */
  left: StepView[];
  done: number;
  skipped: number;
  total: number;
  /** The answers on which it hangs. */
  calls: readonly Call[];
  /** It is there for when the rest of its runbook did not work. */
  standsBy: boolean;
  /** Nothing more has to be done here. */
  ended: boolean;
}

interface Words {
  section: (list: ChecklistState) => ParsedSection | undefined;
  step: (versionId: string | null, stepKey: string | null) => ParsedStep | undefined;
  /** Reads what was written in the room; null while it cannot yet. */
  written: ReadWritten | null;
}

/** A checklist with its words. Where the runbook is not there yet, titles are empty and nothing jumps later. */
export function viewChecklist(list: ChecklistState, words: Words, filled: Filled): ChecklistView {
  const section = words.section(list);
  const isOptions = section?.kind === "options" && section.flow === null;
  const questions = questionsIn(section);
  const wholes = new Set(list.items.map(({ parentId }) => parentId));
  const all = withAlternatives(
    list.items.map((item) => {
      const view = viewStep(list, item, section, { ...words, filled });
      const asks = questions.has(item.stepKey ?? "");
      return { ...view, asks, opens: !asks && wholes.has(item.id) && Boolean(view.step?.choiceKey) };
    }),
  );
  const steps = all.filter(({ item }) => !item.left);
  const left = all.filter(({ item }) => item.left);
  const done = steps.filter(({ item }) => item.state === "done").length;
  const skipped = steps.filter(
    ({ item, satisfied }) => satisfied || item.state === "skipped" || item.state === "not_applicable",
  ).length;
  return {
    ...{
      list,
      section,
      isOptions,
      steps,
      left,
      done,
      skipped,
      total: steps.length,
      calls: [],
      standsBy: false,
    },
    notes: notesOf(section ?? { items: [], flow: null }),
    title: list.title?.value ?? section?.title ?? "",
    ended: steps.every(({ item, satisfied }) => satisfied || isEnded(item.state)),
  };
}

/** Says of each step whether an alternative to it was enough. */
function withAlternatives(views: StepView[]): StepView[] {
  const steps = views.filter(({ item }) => !item.left);
  const needless = needlessSteps(
    steps.map(({ item, step, asks }) => ({
      ...{ id: item.id, parentId: item.parentId, state: item.state, asks },
      choice: step?.choiceKey ?? null,
    })),
  );
  return views.map((view) => (needless.has(view.item.id) ? { ...view, satisfied: true } : view));
}

function viewStep(
  list: ChecklistState,
  item: ItemState,
  section: ParsedSection | undefined,
  words: Words & { filled: Filled },
): Omit<StepView, "asks" | "opens"> {
  const { runbookVersionId } = item.leftAt ?? list;
  const written = item.title?.value ?? null;
  const step = written === null ? words.step(runbookVersionId, item.stepKey) : words.written?.(written);
  const isRedacted = item.title !== null && written === null;
  const title = isRedacted
    ? "[redacted]"
    : fillGaps(step ? titleOf(step) : withoutTicks(written ?? ""), words.filled);
  const decision = item.leftAt ? null : viewDecision(list, item, section, words.filled);
  const needs = needsOf(item.needs, step);
  return { item, list, step, title, decision, needs, depth: step?.depth ?? 0, satisfied: false };
}

/** All steps of some checklists: how many are there, and how many of them are over, done or not. */
export function progressOf(views: readonly ChecklistView[]): { over: number; total: number } {
  const sum = (count: (view: ChecklistView) => number) => views.reduce((all, view) => all + count(view), 0);
  return { over: sum((view) => view.done + view.skipped), total: sum((view) => view.total) };
}

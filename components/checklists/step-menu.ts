import type { DirectoryLookup } from "@/components/api/directory";
import type { MenuItem } from "@/components/ui/menu-items";
import { stepMoves } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import { newStepFor, remarkFor, wordsFor } from "./step-requests";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface StepMenuContext {
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  me: string;
  people: DirectoryLookup["people"];
  /** Those who take part, first in the list of whom to give it to. */
  present: readonly string[];
}

const LABELS: Record<StepState, string> = {
  todo: "Back to to do",
  in_progress: "Take",
  done: "Done",
  skipped: "Skip…",
  failed: "Failed…",
  blocked: "Blocked…",
  not_applicable: "Not applicable",
};

const KEYS: Partial<Record<StepState, string>> = { done: "T", skipped: "S", failed: "X" };

/** Everything that can be done about a step. */
export function stepMenu(step: StepView, { writes, ask, me, people, present }: StepMenuContext): MenuItem[] {
  const question = step.item.kind === "decision";
  const possible = stepMoves[step.item.state].filter(
    (to) => !(question && (to === "done" || step.item.state === "done")),
  );
  const moves = possible.map((to) => ({
    label: to === "todo" && step.item.state === "blocked" ? "No longer blocked" : LABELS[to],
    kbd: KEYS[to],
    onSelect: () => {
      const request = wordsFor(step, to, writes);
      if (request) ask(request);
      else void writes.move(step, to);
    },
  }));
  const there = people.filter((person) => present.includes(person.id) && person.id !== me);
  return [
    ...moves,
    { separator: true },
    { label: "Note…", kbd: "N", onSelect: () => ask(remarkFor(step, "comment", writes)) },
    { label: "Evidence…", onSelect: () => ask(remarkFor(step, "evidence", writes)) },
    { label: "Add a step below…", onSelect: () => ask(newStepFor(step.list.id, writes, step)) },
    { separator: true },
    { heading: "Give it to" },
    ...(step.item.assigneeId === me ? [] : [{ label: "Me", onSelect: () => void writes.assign(step, me) }]),
    ...there.map((person) => ({ label: person.name, onSelect: () => void writes.assign(step, person.id) })),
    ...(step.item.assigneeId ? [{ label: "Nobody", onSelect: () => void writes.assign(step, null) }] : []),
  ];
}

import type { StepState, Waivable } from "@/lib/timeline/events/common";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

/** Whether what came out was kept: words or an image. */
export function hasEvidence({ remarks }: StepView["item"]): boolean {
  return remarks.some(({ kind }) => kind === "evidence");
}

/** Who ticked a step that waits for a second person; null when it does not. */
export function firstTick({ state, asked }: StepView["item"]): StepView["item"]["asked"] {
  return state === "in_progress" ? asked : null;
}

export interface TickView {
  to: "done" | "todo" | "in_progress";
  label: "Done" | "Begin" | "Untick" | "Confirm" | "Take it back";
}

/** Whether that is what to do next, rather than a way back: of what failed it is to go on. */
export function isMainAct({ item }: StepView, { label }: TickView): boolean {
  return label !== "Take it back" && item.state !== "failed";
}

/** What one press does to a step: tick it, begin a way with parts, confirm another's tick, or take the tick back. */
export function tickOf({ item, opens }: StepView, me: string): TickView {
  if (item.state === "done") return { to: "todo", label: "Untick" };
  if (opens && item.state === "todo") return { to: "in_progress", label: "Begin" };
  const first = firstTick(item);
  if (!first) return { to: "done", label: "Done" };
  return first.personId === me ? { to: "todo", label: "Take it back" } : { to: "done", label: "Confirm" };
}

interface Means {
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
}

/** Brings a step into a state, or first asks for what that needs. */
export function moveOrAsk(step: StepView, to: StepState, { writes, ask }: Means): void {
  const request = wordsFor(step, to, writes);
  if (request) ask(request);
  else void writes.move(step, to);
}

/** What is asked before a step goes into a state that needs words, or before a tick that needs evidence. */
export function wordsFor(step: StepView, to: StepState, writes: StepWrites): WordsRequest | null {
  const { move } = writes;
  const about = step.item.id;
  const run = (words: string) => move(step, to, words);
  switch (to) {
    case "skipped":
      return {
        about,
        title: `Skip: ${step.title}`,
        label: "Why is it skipped?",
        confirm: "Skip",
        isKept: true,
        run,
      };
    case "failed":
      return {
        about,
        title: `Failed: ${step.title}`,
        label: "What happened?",
        guide: step.step?.ifFails ? { label: "If this fails", of: step.step.ifFails.inlines } : undefined,
        confirm: "Mark it failed",
        isKept: true,
        run,
      };
    case "blocked":
      return {
        about,
        title: `Blocked: ${step.title}`,
        label: "What does it wait for?",
        confirm: "Mark it blocked",
        isKept: true,
        run,
      };
    case "done":
      return step.needs.evidence && !hasEvidence(step.item) && !firstTick(step.item)
        ? evidenceFirst(step, writes)
        : null;
    default:
      return null;
  }
}

function evidenceFirst(step: StepView, writes: StepWrites): WordsRequest {
  const { remark, image, move, mayWaive } = writes;
  // What is added is added, also when the tick is refused then: the same evidence must not be asked for twice.
  const tickAfter = async (isAdded: boolean) => {
    if (isAdded) await move(step, "done");
    return isAdded;
  };
  return {
    about: step.item.id,
    title: `Evidence for: ${step.title}`,
    label: "What came out",
    hint: "This step needs evidence before it is ticked: output, a number, an image.",
    attach: async (file, words) => tickAfter(await image(step, file, words)),
    confirm: "Add it and tick",
    isKept: true,
    run: async (words) => tickAfter(await remark(step, "evidence", words)),
    instead: mayWaive
      ? { label: "Tick without evidence…", request: doneWithout(step, "evidence", writes) }
      : undefined,
  };
}

/** For who has command: a tick without what the step needs, and why. */
export function doneWithout(step: StepView, what: Waivable, { move }: StepWrites): WordsRequest {
  const missing = what === "evidence" ? "evidence" : "a second person";
  return {
    about: step.item.id,
    title: `Without ${missing}: ${step.title}`,
    label: `Why without ${missing}?`,
    hint: "The reason goes on the timeline.",
    confirm: "Tick it",
    isKept: true,
    run: (words) => move(step, "done", words, [what]),
  };
}

/** What is asked before a remark is added. */
export function remarkFor(
  step: StepView,
  kind: "comment" | "evidence",
  { remark, image }: StepWrites,
): WordsRequest {
  const about = step.item.id;
  const run = (words: string) => remark(step, kind, words);
  return kind === "comment"
    ? {
        about,
        title: `Note on: ${step.title}`,
        label: "Note",
        hint: "It goes on the timeline.",
        confirm: "Add note",
        isKept: true,
        run,
      }
    : {
        about,
        title: `Evidence for: ${step.title}`,
        label: "What came out",
        hint: "Output, a number, a link, an image. It goes on the timeline.",
        attach: (file, words) => image(step, file, words),
        confirm: "Add evidence",
        isKept: true,
        run,
      };
}

/** Asks for a step that no runbook has, below another one or at the end of its checklist. */
export function newStepFor(checklistId: string, writes: StepWrites, after?: StepView): WordsRequest {
  return {
    about: after?.item.id ?? checklistId,
    title: "Add a step",
    label: "What is to be done?",
    hint: after && `Below “${after.title}”`,
    confirm: "Add the step",
    run: (words) => writes.add(checklistId, after?.item.id ?? null, words),
  };
}

import { needlessSteps } from "@/lib/checklists/alternatives.rules";
import type { ParsedStep } from "@/lib/runbooks/parse/types";
import type { ItemState } from "@/lib/timeline/fold/state";
import type { Call } from "./calls.rules";

/** A step, and what the ranking must know of it. */
export interface Candidate {
  item: Pick<
    ItemState,
    "id" | "kind" | "stepKey" | "parentId" | "state" | "assigneeId" | "changedAt" | "changedById" | "asked"
  >;
  /** Steps of one line are done one after another; without a line there is no order among them. */
  line: string | null;
  /** Steps of one choice are alternatives: one is enough. */
  choice: string | null;
  /** It is a question, and the alternatives below it are its answers. */
  asks: boolean;
}

/** A section as it is walked. */
export interface Section {
  id: string;
  /** Sections of one runbook are done in order. */
  runbook: string;
  steps: readonly Candidate[];
  /** The answers on which it hangs; empty: it waits for none. */
  calls: readonly Call[];
  /** It is there for when the rest did not work: nobody is offered it. */
  standsBy: boolean;
}

/** The line of a step: a chart is one; so are numbered steps below the same one, in the same group. */
export function lineOf(
  { stepKey, parentId, group }: Pick<ItemState, "stepKey" | "parentId" | "group">,
  step: Pick<ParsedStep, "origin" | "choiceKey"> | undefined,
): string | null {
  const isAlternative = step !== undefined && step.choiceKey !== null;
  if (stepKey === null || isAlternative) return null;
  if (step?.origin === "bullet" || step?.origin === "task") return null;
  return step?.origin === "chart" ? "chart" : `${parentId ?? ""} ${group ?? ""}`;
}

/** The steps of a section that nobody has to do any more, because an alternative to them was enough. */
export function needlessIn({ steps }: Pick<Section, "steps">): ReadonlySet<string> {
  return needlessSteps(steps.map(({ item, choice, asks }) => ({ ...item, choice, asks })));
}

/**
 * Which steps of a section have not had their turn: those behind an open one in their line, below one that waits or
 * an alternative that nobody has begun, or behind an open question, whose answer decides what follows. What somebody
 * added by hand waits for nothing.
 * @returns by step, the open one that comes before it
 */
export function waitsFor({ steps }: Pick<Section, "steps">): ReadonlyMap<string, string> {
  const byId = new Map(steps.map((step) => [step.item.id, step]));
  const waits = new Map<string, string>();
  const openIn = new Map<string, string>();
  const needless = needlessIn({ steps });
  let question: string | undefined;
  for (const step of steps) {
    const { id, kind, parentId, stepKey } = step.item;
    const before =
      waits.get(parentId ?? "") ??
      (isUnpicked(byId.get(parentId ?? "")) ? parentId : null) ??
      openIn.get(step.line ?? "") ??
      (stepKey === null ? undefined : question);
    if (before) waits.set(id, before);
    if (!comesFirst(step) || needless.has(id)) continue;
    // What is below a numbered step belongs to it: the next number waits for both.
    for (const { line } of withParents(step, byId)) if (line && !openIn.has(line)) openIn.set(line, id);
    if (kind === "decision") question ??= id;
  }
  return waits;
}

/** Whether it is one of several ways, and nobody has taken it. */
function isUnpicked(step: Candidate | undefined): boolean {
  return step !== undefined && step.choice !== null && step.item.state === "todo";
}

/** Whether a question of the section is to be answered yet. */
export function hasOpenQuestion({ steps }: Pick<Section, "steps">): boolean {
  return steps.some((step) => step.item.kind === "decision" && comesFirst(step));
}

/**
 * Whether those behind it wait for it. What was ticked and waits for a second person holds them back: that is what the
 * second person is for. What failed or is blocked lets them go on: somebody said why, and it stays on their list.
 */
function comesFirst({ item: { state } }: Candidate): boolean {
  return state === "todo" || state === "in_progress";
}

function withParents(step: Candidate, byId: ReadonlyMap<string, Candidate>): Candidate[] {
  const parent = byId.get(step.item.parentId ?? "");
  return parent ? [step, ...withParents(parent, byId)] : [step];
}

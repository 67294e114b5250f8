import type { Call } from "../calls.rules";
import type { Candidate, Section } from "../turns.rules";

/** A moment of the walk. */
export const at = (minute: number): string => `2026-03-01T03:0${minute}:00.000Z`;

/** A step of a runbook, open unless `item` says otherwise. */
export function step(
  id: string,
  item: Partial<Candidate["item"]> = {},
  line: string | null = null,
): Candidate {
  const untouched = { assigneeId: null, changedAt: null, changedById: null, asked: null } as const;
  const of = { id, kind: "step", stepKey: id, parentId: null, state: "todo", ...untouched } as const;
  return { item: { ...of, ...item }, line, choice: null, asks: false };
}

/** A question that nobody has answered. */
export function question(id: string, item: Partial<Candidate["item"]> = {}): Candidate {
  return step(id, { kind: "decision", ...item });
}

/** A step that somebody did. */
export function done(
  id: string,
  personId: string,
  minute = 0,
  item: Partial<Candidate["item"]> = {},
): Candidate {
  return step(id, { state: "done", changedById: personId, changedAt: at(minute), ...item });
}

/** A step that somebody took. */
export function inHand(
  id: string,
  personId: string,
  minute = 0,
  item: Partial<Candidate["item"]> = {},
): Candidate {
  const taken = { state: "in_progress", assigneeId: personId, changedById: personId } as const;
  return step(id, { ...taken, changedAt: at(minute), ...item });
}

/** A section; a runbook of its own unless said otherwise. */
export function section(
  name: string,
  steps: readonly Candidate[],
  { runbook = name, calls = [], standsBy = false }: Partial<Omit<Section, "id" | "steps">> = {},
): Section {
  return { id: name, runbook, steps, calls, standsBy };
}

/** A section whose steps are alternatives. */
export function options(name: string, steps: readonly Candidate[]): Section {
  return section(
    name,
    steps.map((one) => ({ ...one, choice: name })),
  );
}

/** A section that is one chart. */
export function chart(...steps: readonly Candidate[]): Section {
  return section(
    "chart",
    steps.map((one) => ({ ...one, line: "chart" })),
  );
}

/** An answer to a question of a section; not given unless said otherwise. */
export function call(from: string, of: Partial<Call> = {}): Call {
  return { from, question: "in sync?", answer: "no", chosen: false, instead: null, at: null, ...of };
}

import type { Refusal } from "@/lib/kernel/errors";
import type { ParsedStep } from "@/lib/runbooks/parse/types";
import type { StepNeeds, Waivable } from "@/lib/timeline/events/common";

type Said = Pick<ParsedStep, "needsEvidence" | "needsSecondPerson" | "timeBoxMinutes">;

/**
 * What a step needs besides the doing.
 * @param own what it was given when it was added by hand
 * @param said the step in the pinned runbook, when it comes from there
 */
export function needsOf(own: StepNeeds, said: Said | undefined): StepNeeds {
  return said ? needsIn(said) : own;
}

/** What a runbook says that a step needs. */
export function needsIn({ needsEvidence, needsSecondPerson, timeBoxMinutes }: Said): StepNeeds {
  return { evidence: needsEvidence, secondPerson: needsSecondPerson, minutes: timeBoxMinutes };
}

/** What is known of a step that somebody wants to tick. */
export interface Tick {
  needs: Pick<StepNeeds, "evidence" | "secondPerson">;
  hasEvidence: boolean;
  /** Who ticked it already, when it waits for a second person. */
  asked: { personId: string | null } | null;
  /** Who ticks now. */
  by: string | null;
  /** What it shall be done without, though it needs it. */
  without: readonly Waivable[];
}

/** What a tick comes to; `without` names only what is missing indeed. */
export interface Ticked {
  kind: "step.done" | "step.confirmation_asked";
  without: Waivable[];
  confirms: string | null;
}

/**
 * What becomes of a tick: done, or waiting for a second person. Evidence is asked for at the first of two ticks.
 * @returns a refusal with `gate_open` while something is missing
 */
export function decideTick(tick: Tick): ({ ok: true } & Ticked) | Refusal {
  const { needs, hasEvidence, asked, by } = tick;
  const bySecond = asked !== null && asked.personId !== by;
  const missing: Waivable[] = [];
  if (needs.evidence && !hasEvidence && !bySecond) missing.push("evidence");
  if (needs.secondPerson && !bySecond) missing.push("second_person");
  const without = missing.filter((what) => tick.without.includes(what));
  const open = missing.filter((what) => !without.includes(what));
  if (open.includes("evidence")) {
    const waive = "Who has command, or their deputy, may tick it without, with a reason.";
    return notYet(`This step needs evidence: add what came out first. ${waive}`);
  }
  if (!open.includes("second_person")) {
    return { ok: true, kind: "step.done", without, confirms: bySecond ? asked.personId : null };
  }
  if (asked) return notYet("You ticked it already: somebody else has to confirm it.");
  return { ok: true, kind: "step.confirmation_asked", without, confirms: null };
}

function notYet(message: string): Refusal {
  return { ok: false, code: "gate_open", message };
}

/** "needs evidence · needs a second person · 15 min"; empty when it needs nothing more. */
export function needWords({ evidence, secondPerson, minutes }: StepNeeds): string {
  return [
    evidence && "needs evidence",
    secondPerson && "needs a second person",
    minutes !== null && minutesInWords(minutes),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "15 min", "48 h", "90 s". */
export function minutesInWords(minutes: number): string {
  if (!Number.isInteger(minutes)) return `${Math.round(minutes * 60)} s`;
  return minutes >= 120 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import { cadenceInterval, standardPolicy } from "@/lib/updates/cadence.rules";

const MINUTE = 60_000;

/** How the author chose the next time: by the rule, so many minutes from the post, or a time of day. */
export type NextChoice =
  | { by: "rule" }
  | { by: "minutes"; minutes: number }
  | { by: "time"; at: number | null };

export interface NextRule {
  /** The interval without any choice. */
  minutes: number;
  /** Why it is so, as a sentence. */
  words: string;
  /** Shorter intervals that are offered; a longer one would change nothing. */
  shorter: number[];
}

const OFFERED = [1, 2, 5, 10, 15, 20, 30, 45];

/** What holds for the next update when the author chooses nothing. */
export function nextRule({ severity, runbookMinutes }: CadenceState): NextRule {
  const { minutes, because } = cadenceInterval(standardPolicy, {
    ...{ severity, runbookMinutes, chosenMinutes: null },
  });
  const words =
    because === "runbook"
      ? `${minutes} min: a runbook in use asks for it.`
      : `${minutes} min is the rule for SEV${severity}.`;
  return { minutes, words, shorter: OFFERED.filter((offered) => offered < minutes).slice(-2) };
}

/**
 * The minutes to send with a post made now; null: the rule's.
 * @param now milliseconds since 1970
 */
export function chosenMinutes(choice: NextChoice, now: number): number | null {
  if (choice.by === "minutes") return choice.minutes;
  if (choice.by === "rule" || choice.at === null) return null;
  return Math.max(1, Math.round((choice.at - now) / MINUTE));
}

/** Why a choice cannot stand; null when it can. */
export function choiceProblem(choice: NextChoice, rule: NextRule, now: number): string | null {
  if (choice.by !== "time") return null;
  if (choice.at === null) return "Choose a time.";
  const minutes = (choice.at - now) / MINUTE;
  if (minutes < 0.5) return "Choose a time that is still to come.";
  if (minutes <= rule.minutes + 0.5) return null;
  return `Longer than ${rule.minutes} min changes nothing. To move one update later, snooze it.`;
}

/** When the next update would be due if this one were posted now; milliseconds since 1970. */
export function nextDueAt(choice: NextChoice, rule: NextRule, now: number): number {
  return now + Math.min(rule.minutes, chosenMinutes(choice, now) ?? rule.minutes) * MINUTE;
}

/** The choice that a saved draft holds. */
export function choiceOf(nextMinutes: number | null): NextChoice {
  return nextMinutes === null ? { by: "rule" } : { by: "minutes", minutes: nextMinutes };
}

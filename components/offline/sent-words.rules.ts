import { inWords } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";

/** What somebody did at a step that another had moved first. */
export interface CameSecond {
  /** In words: "Done: Restart the planner". */
  said: string;
  /** What the other had made of the step: it stays so. */
  was: StepState;
}

/**
 * What is said once kept acts went out.
 * @param sent how many the console took
 * @param of how many there were; the room says what became of the others
 */
export function sentWords(sent: number, of: number, second: readonly CameSecond[]): string {
  const words =
    sent < of
      ? `${sent} of ${of} kept acts ${sent === 1 ? "is" : "are"} sent`
      : sent === 1
        ? "What was kept is sent"
        : `${sent} kept acts are sent`;
  const [first, ...others] = second;
  if (!first) return `${words}.`;
  const more = others.length > 0 ? ` So it went with ${others.length} more.` : "";
  return `${words}. Somebody else was first at “${first.said}”: it is ${inWords(first.was)}.${more} What you did is kept beside it.`;
}

import type { SummaryBody } from "@/lib/summaries/schemas";
import type { FollowUpStateRow } from "@/lib/timeline/fold/state";
import { PART_WORDS } from "./words";

/** A section of the summary as the list at the left shows it. */
export interface SectionLine {
  /** Also its anchor. */
  id: string;
  title: string;
  /** Whether nothing is missing in it. */
  complete: boolean;
  note: string;
}

/** The sections in the order of the document, each with what is missing. */
export function sectionsOf(
  { parts, derived }: SummaryBody,
  followUps: readonly FollowUpStateRow[],
): SectionLine[] {
  const part = (id: keyof typeof PART_WORDS): SectionLine => {
    const written = parts[id].trim() !== "";
    return { id, title: PART_WORDS[id].title, complete: written, note: written ? "" : "empty" };
  };
  const open = followUps.filter(({ state }) => state !== "dropped");
  const ownerless = open.filter(({ state, ownerId }) => state === "open" && ownerId === null).length;
  const unknown = Object.values(derived.keyTimes).filter((at) => at === null).length;
  return [
    { id: "times", title: "Key times", complete: unknown === 0, note: unknown ? `${unknown} unknown` : "" },
    part("impact"),
    { id: "story", title: "What happened", complete: true, note: count(derived.story.length) },
    part("rootCause"),
    part("remediation"),
    part("wentWell"),
    { id: "updates", title: "Updates", complete: true, note: count(derived.updates.length) },
    { id: "criteria", title: "Exit criteria", complete: true, note: count(derived.criteria.length) },
    { id: "steps", title: "Skipped or failed", complete: true, note: count(derived.steps.length) },
    ...(derived.open
      ? [{ id: "open", title: "Steps left open", complete: true, note: count(derived.open.length) }]
      : []),
    { id: "people", title: "Who took part", complete: true, note: count(derived.participants.length) },
    {
      id: "followUps",
      title: "Follow-ups",
      complete: ownerless === 0,
      note: ownerless > 0 ? `${ownerless} no owner` : count(open.length),
    },
  ];
}

function count(number: number): string {
  return String(number);
}

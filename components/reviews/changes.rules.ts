import { KIND_WORDS } from "./words";
import type { Names } from "@/lib/timeline/describe";
import type { SummaryBody } from "@/lib/summaries/schemas";

const TIME_WORDS = {
  startedAt: "Started",
  detectedAt: "Detected",
  declaredAt: "Declared",
  acknowledgedAt: "Acknowledged",
  mitigatedAt: "Mitigated",
  resolvedAt: "Resolved",
} as const;

/** Follow-ups as lines, so that two versions can be compared word by word. */
export function followUpLines({ followUps }: SummaryBody, names: Names): string {
  return followUps
    .map(({ number, title, kind, ownerId, dueOn }) => {
      const owner = ownerId ? names.person(ownerId) : "no owner";
      return `${number}. ${title}; ${KIND_WORDS[kind]}; ${owner}; ${dueOn ?? "no date"}`;
    })
    .join("\n");
}

/** What the timeline says, as lines: key times in UTC, updates, and how far the timeline was read. */
export function factLines({ derived }: SummaryBody): string {
  const { keyTimes, updates, story, seq } = derived;
  const times = Object.entries(TIME_WORDS).map(
    ([name, words]) => `${words}: ${keyTimes[name as keyof typeof keyTimes] ?? "not recorded"}`,
  );
  return [
    ...times,
    `Updates: ${updates.length}`,
    `Story: ${story.length} entries`,
    `Timeline up to #${seq}`,
  ].join("\n");
}

import { formatDuration } from "@/lib/kernel/durations";
import type { Derived } from "./schemas";

/** How punctual an update was: `on time`, `41 s late`, as the timeline says it; null when none was due. */
export function howPunctual({ outcome, postedAt, dueAt }: Derived["updates"][number]): string | null {
  if (outcome !== "late" || dueAt === null) return outcome && outcome.replace("_", " ");
  return `${formatDuration(Date.parse(postedAt) - Date.parse(dueAt))} late`;
}

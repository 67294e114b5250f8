import { formatLength } from "@/lib/kernel/durations";
import type { Derived } from "./schemas";

/** How punctual an update was: `on time`, `41 s late`; null when none was due. */
export function howPunctual({ outcome, postedAt, dueAt }: Derived["updates"][number]): string | null {
  if (outcome !== "late" || dueAt === null) return outcome && outcome.replace("_", " ");
  return `${formatLength(Date.parse(postedAt) - Date.parse(dueAt))} late`;
}

import type { IncidentState } from "@/lib/timeline/fold/state";

/** What the clock runs from: the last update, or the declaration; after a reopening, that. */
export function openingWords({
  updates,
  declaredAt,
  cadence,
}: Pick<IncidentState, "updates" | "declaredAt" | "cadence">): string {
  const last = updates.at(-1);
  if (Date.parse(last?.postedAt ?? declaredAt) < cadence.anchor) return "reopened";
  return last ? `update ${last.number} posted` : "declared";
}

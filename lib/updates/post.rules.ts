import type { Refusal } from "@/lib/kernel/errors";
import type { IncidentStatus } from "@/lib/timeline/events/common";

const over: readonly IncidentStatus[] = ["resolved", "closed", "cancelled"];

/** Whether a status update may be posted: only while the incident runs. */
export function decidePost(status: IncidentStatus): { ok: true } | Refusal {
  if (!over.includes(status)) return { ok: true };
  return { ok: false, code: "conflict", message: `The incident is ${status}: it gets no more updates.` };
}

/**
 * The entries an update cites: each once, in order.
 * @param newest the newest entry there is; what is not there cannot be cited
 */
export function citedSources(sources: readonly number[], newest: number): number[] {
  return [...new Set(sources)].filter((seq) => seq <= newest).sort((a, b) => a - b);
}

import { bare } from "@/lib/kernel/sentences";
import type { CriterionStateRow, IncidentState } from "@/lib/timeline/fold/state";

interface Ended {
  summary: Pick<NonNullable<IncidentState["summary"]>, "state"> | null;
  criteria: readonly Pick<CriterionStateRow, "gate" | "state" | "text">[];
}

/** What is left of an incident that is resolved. */
export function resolvedWords({ summary, criteria }: Ended): string {
  if (summary?.state === "in_review") return "The incident is resolved. Its summary waits for sign-off.";
  if (summary?.state !== "signed_off") return "The incident is resolved. What is left is the summary.";
  const open = criteria.filter(({ gate, state }) => gate === "closed" && state === "open");
  const words = open.map(({ text }) => bare(text.value ?? "a redacted criterion"));
  const first = words.length > 0 ? ` Not met yet: ${words.join("; ")}.` : "";
  return `The incident is resolved and its summary signed off. What is left is to close it.${first}`;
}

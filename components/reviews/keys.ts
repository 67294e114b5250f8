import type { SummaryState } from "@/lib/summaries/state.rules";

/** Query keys of summaries and the list of reviews. */
export const reviewKeys = {
  lists: ["reviews"] as const,
  list: (state: SummaryState | null) => ["reviews", state ?? "open"] as const,
  summary: (key: string) => ["summaries", key] as const,
  versions: (key: string) => ["summaries", key, "versions"] as const,
  version: (key: string, number: number) => ["summaries", key, "versions", number] as const,
};

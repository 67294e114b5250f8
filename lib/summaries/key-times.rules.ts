import type { Derived } from "./schemas";

/** The key times of an incident in their order, and what they are called. */
export const KEY_TIMES = [
  ["Started", "startedAt"],
  ["Detected", "detectedAt"],
  ["Declared", "declaredAt"],
  ["Acknowledged", "acknowledgedAt"],
  ["Mitigated", "mitigatedAt"],
  ["Resolved", "resolvedAt"],
] as const satisfies [string, keyof Derived["keyTimes"]][];

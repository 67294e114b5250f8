/** 1 is the worst. */
export type Severity = 1 | 2 | 3 | 4;

export type IncidentStatus =
  | "declared"
  | "investigating"
  | "mitigating"
  | "monitoring"
  | "resolved"
  | "closed"
  | "cancelled";

/** The words for the seven statuses. */
export const STATUS_WORDS: Record<IncidentStatus, string> = {
  declared: "Declared",
  investigating: "Investigating",
  mitigating: "Mitigating",
  monitoring: "Monitoring",
  resolved: "Resolved",
  closed: "Closed",
  cancelled: "Cancelled",
};

/** The five statuses that lie on the way, in order. Closed and cancelled are its ends. */
export const TRACK = ["declared", "investigating", "mitigating", "monitoring", "resolved"] as const;

import type { IncidentRole } from "@/lib/timeline/events/common";

/** The words for the roles in an incident; command itself is not among them. */
export const ROLE_WORDS: Record<IncidentRole, string> = {
  deputy: "deputy",
  communications_lead: "communications lead",
  scribe: "scribe",
  responder: "responder",
};

/** Shorter, where there is little room. */
export const SHORT_ROLE_WORDS: Record<IncidentRole, string> = { ...ROLE_WORDS, communications_lead: "comms" };

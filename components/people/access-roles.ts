import type { AccessRole } from "@/lib/kernel/actor";

/** What each access role may do, for whoever gives it. */
export const ACCESS_ROLES: readonly { value: AccessRole; label: string; hint: string }[] = [
  { value: "viewer", label: "Viewer", hint: "Reads incidents, runbooks and summaries." },
  { value: "responder", label: "Responder", hint: "Declares, takes part, commands, writes." },
  { value: "manager", label: "Manager", hint: "Also steps in, redacts, and signs off summaries." },
  {
    value: "administrator",
    label: "Administrator",
    hint: "Also people, environments, services, the audit log.",
  },
];

import { isAtLeast, type AccessRole, type Actor } from "@/lib/kernel/actor";
import type { IncidentRole } from "@/lib/timeline/events/common";

/** What the policy needs to know of an incident: nothing that a verb has not read anyway. */
export interface IncidentFacts {
  visibility: "everyone" | "members";
  commanderId: string | null;
  declaredById: string | null;
  /** Those who take part now. */
  participants: readonly { personId: string; role: IncidentRole }[];
}

export type RoleInIncident = "commander" | IncidentRole;

/** One row of the table: the least access role, or a role in the incident that suffices for a responder. */
interface Rule {
  /** `nobody`: only through a role in the incident, or the console itself. */
  atLeast: AccessRole | "nobody";
  /** Roles in this incident that may do it with less (though never below responder). */
  or?: readonly RoleInIncident[];
  /** Whether the console itself does this. */
  system?: true;
}

const command = ["commander", "deputy"] as const;

/** Who may do what. The one table; verbs ask it through `authorise`. */
export const policy = {
  // Reading
  "incident.read": { atLeast: "viewer", system: true },
  "runbook.read": { atLeast: "viewer", system: true },
  "directory.read": { atLeast: "viewer", system: true },
  "summary.read": { atLeast: "viewer", system: true },

  // An incident
  "incident.declare": { atLeast: "responder", system: true },
  "incident.edit": { atLeast: "responder" },
  "incident.change_visibility": { atLeast: "manager", or: ["commander"] },
  "incident.move_status": { atLeast: "nobody", or: command },
  "incident.resolve": { atLeast: "nobody", or: ["commander"] },
  "incident.cancel": { atLeast: "manager", or: ["commander"] },
  "incident.close": { atLeast: "manager", or: ["commander"] },
  "incident.reopen": { atLeast: "manager", or: ["commander"] },

  // Command and people. The finer points (who was offered, who has been away) are in command.rules.ts.
  "command.assign": { atLeast: "responder" },
  "command.acknowledge": { atLeast: "responder" },
  "command.offer": { atLeast: "nobody", or: ["commander"] },
  "command.answer": { atLeast: "responder" },
  "command.take": { atLeast: "responder" },
  "person.join": { atLeast: "responder" },
  "person.assign_role": { atLeast: "manager", or: command },
  "person.remove": { atLeast: "manager", or: command },

  // The record
  "note.add": { atLeast: "responder", system: true },
  "entry.correct": { atLeast: "responder" },
  "entry.pin": { atLeast: "responder" },
  "text.redact": { atLeast: "manager" },
  "timeline.verify": { atLeast: "manager", system: true },

  // Walking
  "checklist.start": { atLeast: "responder" },
  "step.walk": { atLeast: "responder" },
  "step.mark_overrun": { atLeast: "nobody", system: true },
  "step.waive": { atLeast: "nobody", or: command },
  "runbook.rate": { atLeast: "responder" },
  "step.check": { atLeast: "responder" },
  "criterion.add": { atLeast: "manager", or: command },
  "criterion.meet": { atLeast: "responder", system: true },
  "criterion.waive": { atLeast: "nobody", or: ["commander"] },

  // Updates
  "update.draft": { atLeast: "responder" },
  "update.post": { atLeast: "nobody", or: ["commander", "deputy", "communications_lead"] },
  "update.snooze": { atLeast: "nobody", or: ["commander", "deputy", "communications_lead"] },
  "update.mark_missed": { atLeast: "nobody", system: true },

  // Summary
  "summary.edit": { atLeast: "responder", system: true },
  "summary.submit": { atLeast: "responder" },
  "summary.decide": { atLeast: "manager" },
  "follow_up.edit": { atLeast: "responder" },

  // The console
  "runbook.import": { atLeast: "responder", system: true },
  "runbook.edit": { atLeast: "responder" },
  "runbook.publish": { atLeast: "responder", system: true },
  "runbook.edit_details": { atLeast: "responder" },
  "runbook.archive": { atLeast: "manager" },
  "runbook.sync": { atLeast: "nobody", system: true },
  "runbook.detach": { atLeast: "manager" },
  "profile.edit": { atLeast: "viewer" },
  "people.administer": { atLeast: "administrator", system: true },
  "settings.administer": { atLeast: "administrator", system: true },
  "incident.webhook": { atLeast: "administrator", or: command },
  "token.administer": { atLeast: "administrator" },
  "audit.read": { atLeast: "administrator", system: true },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policy;

/** The actor's role in the incident, or null. */
export function roleOf(actor: Actor, incident: IncidentFacts): RoleInIncident | null {
  if (actor.id === null) return null;
  if (incident.commanderId === actor.id) return "commander";
  return incident.participants.find((p) => p.personId === actor.id)?.role ?? null;
}

/**
 * Whether the actor may know that the incident exists. `members` means those who take part, who declared it,
 * and administrators, who must be able to let others in.
 */
export function canSee(actor: Actor, incident: IncidentFacts): boolean {
  if (actor.kind === "system" || incident.visibility === "everyone") return true;
  if (actor.accessRole === "administrator") return true;
  return incident.declaredById === actor.id || roleOf(actor, incident) !== null;
}

/**
 * Whether the actor may do this (to this incident).
 * @param incident the facts, when the action concerns one; what cannot be seen cannot be acted on
 */
export function can(actor: Actor, action: Action, incident?: IncidentFacts): boolean {
  if (incident && !canSee(actor, incident)) return false;
  const rule: Rule = policy[action];
  if (actor.kind === "system") return rule.system === true;
  if (actor.scopes && !actor.scopes.includes(action)) return false;
  if (rule.atLeast !== "nobody" && isAtLeast(actor.accessRole, rule.atLeast)) return true;
  if (!incident || !rule.or || !isAtLeast(actor.accessRole, "responder")) return false;
  const role = roleOf(actor, incident);
  return role !== null && rule.or.includes(role);
}

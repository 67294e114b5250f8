import type { Actor } from "@/lib/kernel/actor";
import { Failure } from "@/lib/kernel/errors";
import { can, canSee, policy, type Action, type IncidentFacts } from "./policy.rules";

/**
 * Asks the policy and throws its no.
 * @throws Failure `not_found` when the incident is invisible to the actor, `forbidden` when the action is not theirs
 */
export function authorise(actor: Actor, action: Action, incident?: IncidentFacts): void {
  if (incident && !canSee(actor, incident)) throw new Failure("not_found", "There is no such incident.");
  if (!can(actor, action, incident)) throw new Failure("forbidden", `${whoMay(action)} may do this.`);
}

function whoMay(action: Action): string {
  const rule: { atLeast: string; or?: readonly string[] } = policy[action];
  const roles = (rule.or ?? []).map((role) => `the ${role.replaceAll("_", " ")}`);
  const words = rule.atLeast === "nobody" ? roles : [...roles, `a ${rule.atLeast}`];
  const list = words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : (words[0] ?? "");
  return `Only ${list}`.replace("a administrator", "an administrator");
}

import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { decideWalk } from "@/lib/incidents/status.rules";
import { orThrow } from "@/lib/kernel/errors";

/**
 * Locks an incident whose checklists or exit criteria are to change.
 * @param key INC-42, or the incident's id
 * @throws Failure as `lockIncident`; `conflict` once it is closed or cancelled
 */
export async function lockWalked(ctx: Context, key: string, action: Action): Promise<LockedIncident> {
  const incident = await lockIncident(ctx, key, action);
  orThrow(decideWalk(incident.row.status));
  return incident;
}

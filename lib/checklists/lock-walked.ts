import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { decideWalk } from "@/lib/incidents/status.rules";
import { orThrow } from "@/lib/kernel/errors";
import type { LockedStream } from "@/lib/timeline/append";

/**
 * Locks an incident whose checklists or exit criteria are to change.
 * @param key as `lockIncident` takes it
 * @throws Failure as `lockIncident`; `conflict` once it is closed or cancelled
 */
export async function lockWalked(
  ctx: Context,
  key: string | LockedStream,
  action: Action,
): Promise<LockedIncident> {
  const incident = await lockIncident(ctx, key, action);
  orThrow(decideWalk(incident.row.status));
  return incident;
}

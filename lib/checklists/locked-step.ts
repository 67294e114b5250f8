import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import { Prisma, type ChecklistItem } from "@/lib/db/generated/client";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { lockStreamOf } from "@/lib/timeline/append";
import { lockWalked } from "./lock-walked";

export interface LockedStep {
  incident: LockedIncident;
  item: ChecklistItem;
}

/**
 * Locks the stream a step hangs on and reads the step: how every verb on a step begins.
 * @throws Failure `not_found` when there is no such step or the actor may not see it; `conflict` once the incident
 *   is closed or cancelled
 */
export async function lockStep(
  ctx: Context,
  itemId: string,
  action: Action = "step.walk",
): Promise<LockedStep> {
  const stream = await lockStreamOf(
    ctx,
    Prisma.sql`SELECT stream_id FROM checklist_items WHERE id = ${itemId}::uuid`,
  );
  const incident = stream && (await lockWalked(ctx, stream, action));
  // After the lock: an answer that was given meanwhile may have taken the step away.
  const item = incident && (await ctx.db.checklistItem.findUnique({ where: { id: itemId } }));
  if (!item) throw new Failure("not_found", "There is no such step.");
  return { incident, item };
}

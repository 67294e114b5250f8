import type { Action } from "@/lib/auth/policy.rules";
import { columnsOf } from "@/lib/db/columns";
import type { Context } from "@/lib/db/context";
import { Prisma, type ChecklistItem } from "@/lib/db/generated/client";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { lockStreamOf } from "@/lib/timeline/append";
import { lockWalked } from "./lock-walked";
import { sourceOf, type Pin, type StepSource } from "./read-source";

export interface LockedStep {
  incident: LockedIncident;
  item: ChecklistItem;
  /** Where its words stand; null when it was added by hand. */
  source: StepSource | null;
  /** Whether a timer runs, of the step's checklist or of any step of that. */
  timersRun: boolean;
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
  const step = incident && (await readStep(ctx, itemId));
  if (!step) throw new Failure("not_found", "There is no such step.");
  return { incident, ...step };
}

const columns = columnsOf(Prisma.ChecklistItemScalarFieldEnum);

/** Written by hand: ticking a step is what is done most often, and this is one statement instead of three. */
async function readStep(ctx: Context, itemId: string): Promise<Omit<LockedStep, "incident"> | undefined> {
  const [row] = await ctx.db.$queryRaw<(ChecklistItem & Pin & Pick<LockedStep, "timersRun">)[]>`
    SELECT item.*, list.runbook_version_id AS "runbookVersionId", list.parser_version AS "parserVersion",
      EXISTS (SELECT FROM time_boxes WHERE checklist_id = list.id AND ended_at IS NULL) AS "timersRun"
    FROM (SELECT ${columns} FROM checklist_items WHERE id = ${itemId}::uuid) AS item
    JOIN checklists AS list ON list.id = item."checklistId"`;
  if (!row) return undefined;
  const { runbookVersionId, parserVersion, timersRun, ...item } = row;
  return { item, source: sourceOf(item, { runbookVersionId, parserVersion }), timersRun };
}

import type { Context } from "@/lib/db/context";
import { newId } from "@/lib/kernel/ids";

/** Has due work look at this timer when it runs out; null: never, it is over. */
export async function scheduleOverrun(
  ctx: Context,
  incidentId: string,
  timeBoxId: string,
  dueAt: Date | null,
): Promise<void> {
  if (!dueAt) {
    await ctx.db.dueItem.deleteMany({ where: { incidentId, kind: "time_box", key: timeBoxId } });
    return;
  }
  await ctx.db.$executeRaw`
    INSERT INTO due_items (id, incident_id, kind, key, due_at)
    VALUES (${newId()}::uuid, ${incidentId}::uuid, 'time_box', ${timeBoxId}, ${dueAt})
    ON CONFLICT (incident_id, kind, key) DO UPDATE SET due_at = ${dueAt}, done_at = NULL, leased_until = NULL`;
}

import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";

/**
 * Archives a runbook whose file is gone from the folder; one that has moved, was detached, or is archived is left.
 * @returns whether it was archived now
 */
export async function archiveGone(
  ctx: Context,
  { sourceId, runbookId, path }: { sourceId: string; runbookId: string; path: string },
): Promise<boolean> {
  authorise(ctx.actor, "runbook.sync");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const { count } = await ctx.db.runbook.updateMany({
    where: { id: runbookId, sourceId, sourcePath: path, archivedAt: null, detachedAt: null },
    data: { archivedAt: at },
  });
  if (count === 0) return false;
  await append(ctx, stream, at, { kind: "runbook.archived", data: { runbookId } });
  return true;
}

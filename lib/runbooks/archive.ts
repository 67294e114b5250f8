import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { refuseKept } from "./sync/kept";

/**
 * Archives a runbook (it is offered no more; checklists keep their version), or restores it.
 * @throws Failure `conflict` when it is so already, or a folder keeps it
 */
export async function setArchived(
  ctx: Context,
  input: { slug: string; archived: boolean },
): Promise<{ slug: string }> {
  authorise(ctx.actor, "runbook.archive");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = await ctx.db.runbook.findUnique({
    where: { slug: input.slug },
    select: { id: true, archivedAt: true, sourceId: true, detachedAt: true },
  });
  if (!runbook) throw new Failure("not_found", "There is no such runbook.");
  if ((runbook.archivedAt !== null) === input.archived) {
    throw new Failure("conflict", input.archived ? "It is archived already." : "It is not archived.");
  }
  await refuseKept(ctx.db, runbook);
  await ctx.db.runbook.update({
    where: { id: runbook.id },
    data: { archivedAt: input.archived ? at : null },
    select: { id: true },
  });
  const kind = input.archived ? "runbook.archived" : "runbook.restored";
  await append(ctx, stream, at, { kind, data: { runbookId: runbook.id } });
  return { slug: input.slug };
}

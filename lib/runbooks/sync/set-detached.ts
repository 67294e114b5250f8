import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";

/**
 * Takes a runbook out of the hands of its folder, so that it can be changed here; or gives it back: then the next
 * sync makes it what the file is.
 * @throws Failure `conflict` when it is so already, or no folder ever kept it
 */
export async function setDetached(
  ctx: Context,
  input: { slug: string; detached: boolean },
): Promise<{ slug: string }> {
  authorise(ctx.actor, "runbook.detach");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = await ctx.db.runbook.findUnique({
    where: { slug: input.slug },
    select: { id: true, sourceId: true, sourcePath: true, detachedAt: true },
  });
  if (!runbook) throw new Failure("not_found", "There is no such runbook.");
  const { id: runbookId, sourceId } = runbook;
  if (sourceId === null) throw new Failure("conflict", "No folder keeps this runbook.");
  if ((runbook.detachedAt !== null) === input.detached) {
    throw new Failure("conflict", input.detached ? "It is detached already." : "It is kept in sync already.");
  }
  await ctx.db.runbook.update({
    where: { id: runbookId },
    data: { detachedAt: input.detached ? at : null, updatedAt: at },
    select: { id: true },
  });
  if (input.detached) {
    await append(ctx, stream, at, { kind: "runbook.detached", data: { runbookId } });
  } else {
    const words = newText(runbook.sourcePath ?? "");
    const data = { runbookId, sourceId, path: words.ref };
    await append(ctx, stream, at, { kind: "runbook.attached", data, texts: [words] });
  }
  return { slug: input.slug };
}

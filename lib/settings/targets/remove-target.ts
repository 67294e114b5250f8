import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";

/** Removes a target: nothing is asked there any more, and its secret is forgotten. Results stay on their steps. */
export async function removeTarget(
  ctx: Context,
  { targetId }: { targetId: string },
): Promise<{ targetId: string }> {
  authorise(ctx.actor, "settings.administer");
  const audit = await lockAdministration(ctx);
  const at = timeIn(ctx, audit);
  const { count } = await ctx.db.checkTarget.updateMany({
    where: { id: targetId, removedAt: null },
    data: { removedAt: at, secret: null },
  });
  if (count === 0) throw new Failure("not_found", "There is no such target.");
  await append(ctx, audit, at, { kind: "target.removed", data: { targetId } });
  return { targetId };
}

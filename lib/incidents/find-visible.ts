import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";

/**
 * The incident behind a key, for reading.
 * @throws Failure `not_found` when there is none or the actor may not know of it
 */
export async function findVisible(ctx: ReadContext, key: string): Promise<{ id: string; key: string }> {
  const found = await ctx.db.incident.findFirst({
    where: { AND: [{ key: key.toUpperCase() }, visibleTo(ctx.actor)] },
    select: { id: true, key: true },
  });
  if (!found) throw new Failure("not_found", `There is no incident ${key}.`);
  return found;
}

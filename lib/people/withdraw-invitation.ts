import { authorise } from "@/lib/auth/authorise";
import { done, type Done } from "@/lib/auth/dto";
import { withdrawLinks } from "@/lib/auth/links/one-time-links";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";

/**
 * Makes an invitation's link stop working.
 * @throws Failure `not_found` when it is not open (any more)
 */
export async function withdrawInvitation(ctx: Context, { id }: { id: string }): Promise<Done> {
  authorise(ctx.actor, "people.administer");
  const stream = await lockAdministration(ctx);
  const where = { purpose: "invitation", id } as const;
  if ((await withdrawLinks(ctx, stream, timeIn(ctx, stream), where)) > 0) return done;
  throw new Failure("not_found", "This invitation was used, withdrawn or has expired.");
}

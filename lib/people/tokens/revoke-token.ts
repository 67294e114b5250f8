import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";

/**
 * Revokes a token: the next request that brings it is refused.
 * @throws Failure `not_found` when there is none, or it was revoked already
 */
export async function revokeToken(
  ctx: Context,
  { tokenId }: { tokenId: string },
): Promise<{ tokenId: string }> {
  authorise(ctx.actor, "token.administer");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const { count } = await ctx.db.apiToken.updateMany({
    where: { id: tokenId, revokedAt: null },
    data: { revokedAt: at },
  });
  if (count === 0) throw new Failure("not_found", "There is no such token.");
  await append(ctx, stream, at, { kind: "token.revoked", data: { tokenId } });
  return { tokenId };
}

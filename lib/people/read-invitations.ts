import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { Invitation } from "./dto";

/** Invitations that still work, newest first; at most 200. */
export async function readInvitations(ctx: ReadContext): Promise<{ invitations: Invitation[] }> {
  authorise(ctx.actor, "people.administer");
  const rows = await ctx.db.oneTimeLink.findMany({
    where: { purpose: "invitation", usedAt: null, withdrawnAt: null, expiresAt: { gt: ctx.clock.now() } },
    orderBy: { createdAt: "desc" },
    take: 200,
  });
  return {
    invitations: rows.map(({ id, email, name, accessRole, createdById, createdAt, expiresAt }) => ({
      ...{ id, email: email ?? "", name, accessRole: accessRole ?? "viewer", invitedById: createdById },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

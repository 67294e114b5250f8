import { authorise } from "@/lib/auth/authorise";
import { linkUrl } from "@/lib/auth/links/link-url";
import { makeLink, withdrawLinks } from "@/lib/auth/links/one-time-links";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import type { MadeInvitation } from "./dto";
import type { InviteInput } from "./schemas";

/**
 * Makes the link by which somebody joins; an earlier open one for the same address stops working.
 * @throws Failure `conflict` when there is an account for the address
 */
export async function invite(
  ctx: Context,
  { email, name, accessRole }: InviteInput,
): Promise<MadeInvitation> {
  authorise(ctx.actor, "people.administer");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const taken = await ctx.db.person.findUnique({
    where: { email },
    select: { name: true, deactivatedAt: true },
  });
  if (taken) {
    const next = taken.deactivatedAt ? "It is deactivated: reactivate it instead." : "Nothing to do.";
    throw new Failure("conflict", `${taken.name} has an account for ${email} already. ${next}`);
  }
  await withdrawLinks(ctx, stream, at, { purpose: "invitation", email });
  const { id, token, expiresAt } = await makeLink(ctx, stream, at, "invitation", { email, name, accessRole });
  return {
    ...{ id, email, name, accessRole, invitedById: ctx.actor.kind === "person" ? ctx.actor.id : null },
    createdAt: at.toISOString(),
    expiresAt: expiresAt.toISOString(),
    url: linkUrl("invitation", token),
  };
}

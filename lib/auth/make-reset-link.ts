import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { authorise } from "./authorise";
import type { Link } from "./dto";
import { linkUrl } from "./links/link-url";
import { makeLink, withdrawLinks } from "./links/one-time-links";

/**
 * Makes a link that sets a new password, and withdraws earlier ones for the same person.
 * @param who the person's id, or (on the command line) their e-mail address
 * @throws Failure `not_found` when there is no such active person
 */
export async function makeResetLink(ctx: Context, who: { id: string } | { email: string }): Promise<Link> {
  authorise(ctx.actor, "people.administer");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const person = await ctx.db.person.findFirst({
    where: { ...who, deactivatedAt: null },
    select: { id: true },
  });
  if (!person) throw new Failure("not_found", "There is no such active person.");
  await withdrawLinks(ctx, stream, at, { purpose: "password_reset", personId: person.id });
  const { id, token, expiresAt } = await makeLink(ctx, stream, at, "password_reset", { personId: person.id });
  return { id, url: linkUrl("password_reset", token), expiresAt: expiresAt.toISOString() };
}

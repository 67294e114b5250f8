import type { BaseContext, Context } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import { timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { authorise } from "./authorise";
import { makeLink, withdrawLinks, type MadeLink } from "./links/one-time-links";

/**
 * Makes the link to the first administrator, for the server's start and the command line.
 * @returns null once anybody has an account
 */
export function issueSetupLink(base: BaseContext): Promise<MadeLink | null> {
  return inTransaction(base, makeSetupLink);
}

/** The verb: replaces earlier set-up links, so that an old terminal's or log's is worth nothing. */
export async function makeSetupLink(ctx: Context): Promise<MadeLink | null> {
  authorise(ctx.actor, "people.administer");
  if (await ctx.db.person.findFirst({ select: { id: true } })) return null;
  const stream = await lockAdministration(ctx);
  // Again under the lock: a set-up may just have been finished.
  if (await ctx.db.person.findFirst({ select: { id: true } })) return null;
  const at = timeIn(ctx, stream);
  await withdrawLinks(ctx, stream, at, { purpose: "setup" });
  return makeLink(ctx, stream, at, "setup");
}

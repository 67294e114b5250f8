import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { authorise } from "./authorise";
import { done, type Done } from "./dto";
import { endSessions } from "./sessions/end-sessions";

/**
 * Ends every session of a person, open streams included: one's own, or as administrator anybody's.
 * @throws Failure `not_found` when there is no such person
 */
export async function signOutEverywhere(ctx: Context, { personId }: { personId: string }): Promise<Done> {
  authorise(ctx.actor, personId === ctx.actor.id ? "profile.edit" : "people.administer");
  const person = await ctx.db.person.findUnique({ where: { id: personId }, select: { id: true } });
  if (!person) throw new Failure("not_found", "There is no such person.");
  const stream = await lockAdministration(ctx);
  await endSessions(ctx, personId);
  await append(ctx, stream, timeIn(ctx, stream), { kind: "person.sessions_ended", data: { personId } });
  return done;
}

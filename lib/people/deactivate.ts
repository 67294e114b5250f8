import { authorise } from "@/lib/auth/authorise";
import { done, type Done } from "@/lib/auth/dto";
import { withdrawLinks } from "@/lib/auth/links/one-time-links";
import { lockPerson } from "@/lib/auth/lock-person";
import { endSessions } from "@/lib/auth/sessions/end-sessions";
import type { Context } from "@/lib/db/context";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { keepAnAdministrator, refuseInCommand } from "./guard-person";

/**
 * Closes a person's account: sessions, streams and reset links end; what they did stays theirs.
 * @throws Failure `conflict` for the last administrator, and while they have command of an open incident
 */
export async function deactivate(ctx: Context, { id }: { id: string }): Promise<Done> {
  authorise(ctx.actor, "people.administer");
  const stream = await lockAdministration(ctx);
  const person = await lockPerson(ctx, id);
  if (person.deactivatedAt) return done;
  await keepAnAdministrator(ctx, person);
  await refuseInCommand(ctx, person);
  const at = timeIn(ctx, stream);
  await ctx.db.person.update({ where: { id }, data: { deactivatedAt: at }, select: { id: true } });
  await endSessions(ctx, id);
  await withdrawLinks(ctx, stream, at, { purpose: "password_reset", personId: id });
  await append(ctx, stream, at, { kind: "person.deactivated", data: { personId: id } });
  return done;
}

import { authorise } from "@/lib/auth/authorise";
import { done, type Done } from "@/lib/auth/dto";
import { lockPerson } from "@/lib/auth/lock-person";
import { endSessions } from "@/lib/auth/sessions/end-sessions";
import type { Context } from "@/lib/db/context";
import type { AccessRole } from "@/lib/kernel/actor";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { keepAnAdministrator, refuseInCommand } from "./guard-person";

/**
 * Changes what a person may do in the whole console, and ends their sessions.
 * @throws Failure `conflict` for the last administrator, and for a commander who would become a viewer
 */
export async function changeAccessRole(
  ctx: Context,
  { id, accessRole }: { id: string; accessRole: AccessRole },
): Promise<Done> {
  authorise(ctx.actor, "people.administer");
  const stream = await lockAdministration(ctx);
  const person = await lockPerson(ctx, id);
  if (person.accessRole === accessRole) return done;
  if (!person.deactivatedAt) await keepAnAdministrator(ctx, person);
  if (accessRole === "viewer") await refuseInCommand(ctx, person);
  await ctx.db.person.update({ where: { id }, data: { accessRole }, select: { id: true } });
  await endSessions(ctx, id);
  const data = { personId: id, from: person.accessRole, to: accessRole };
  await append(ctx, stream, timeIn(ctx, stream), { kind: "person.access_role_changed", data });
  return done;
}

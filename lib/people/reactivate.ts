import { authorise } from "@/lib/auth/authorise";
import { done, type Done } from "@/lib/auth/dto";
import { lockPerson } from "@/lib/auth/lock-person";
import type { Context } from "@/lib/db/context";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";

/** Opens a closed account again, with the access role and password it had; earlier sessions stay ended. */
export async function reactivate(ctx: Context, { id }: { id: string }): Promise<Done> {
  authorise(ctx.actor, "people.administer");
  const stream = await lockAdministration(ctx);
  const person = await lockPerson(ctx, id);
  if (!person.deactivatedAt) return done;
  await ctx.db.person.update({ where: { id }, data: { deactivatedAt: null }, select: { id: true } });
  await append(ctx, stream, timeIn(ctx, stream), { kind: "person.reactivated", data: { personId: id } });
  return done;
}

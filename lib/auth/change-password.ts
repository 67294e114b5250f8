import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { authorise } from "./authorise";
import { done, type Done } from "./dto";
import { hashNewPassword, isPassword } from "./passwords/hash-password";
import type { ChangePasswordInput } from "./schemas";
import { endSessions } from "./sessions/end-sessions";

/**
 * Changes one's own password and ends every session, this one too: the screen signs in again with the new one.
 * Tries are limited by the route (limit-tries.ts), since a transaction that fails keeps no count.
 * @throws Failure `forbidden` when the present one is wrong, `invalid` for a weak new one
 */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<Done> {
  authorise(ctx.actor, "profile.edit");
  const person = await ctx.db.person.findUnique({
    where: { id: ctx.actor.id ?? "" },
    select: { id: true, email: true, name: true, passwordHash: true },
  });
  if (ctx.actor.kind !== "person" || !person) throw new Failure("forbidden", "Only a person has a password.");
  if (!person.passwordHash) {
    const next = "Ask an administrator for a reset link to set one.";
    throw new Failure("conflict", `You come in by single sign-on and have no password here. ${next}`);
  }
  if (!(await isPassword(input.currentPassword, person.passwordHash))) {
    throw new Failure("forbidden", "The present password is not right.");
  }
  const passwordHash = await hashNewPassword(input.password, person);
  const stream = await lockAdministration(ctx);
  // The state that was checked: a reset in between wins.
  const { count } = await ctx.db.person.updateMany({
    where: { id: person.id, passwordHash: person.passwordHash },
    data: { passwordHash },
  });
  if (count === 0)
    throw new Failure("conflict", "The password was changed meanwhile. Sign in with the new one.");
  await endSessions(ctx, person.id);
  const data = { personId: person.id, through: "profile" } as const;
  await append(ctx, stream, timeIn(ctx, stream), { kind: "person.password_changed", data });
  return done;
}

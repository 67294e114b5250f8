import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { forgetAttempts } from "./attempts/count-attempts";
import type { Entered } from "./dto";
import { peekLink, takeLink } from "./links/one-time-links";
import { hashNewPassword } from "./passwords/hash-password";
import type { ResetPasswordInput } from "./schemas";
import { endSessions } from "./sessions/end-sessions";

/**
 * Sets a new password by a one-time link: ends every session of that person and forgets their failed tries.
 * Open to whoever holds the link.
 * @throws Failure `gone` when the link or the account does not work any more, `invalid` for a weak password
 */
export async function resetPassword(ctx: Context, input: ResetPasswordInput): Promise<Entered> {
  const { personId } = await peekLink(ctx, "password_reset", input.token);
  // Before the audit log's lock: hashing takes long.
  const passwordHash = await hashNewPassword(input.password, await activePerson(ctx, personId));
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  await takeLink(ctx, at, "password_reset", input.token);
  const person = await activePerson(ctx, personId);
  await ctx.db.person.update({ where: { id: person.id }, data: { passwordHash }, select: { id: true } });
  await endSessions(ctx, person.id);
  await forgetAttempts(ctx.db, person.email);
  const data = { personId: person.id, through: "password_reset" } as const;
  await append(ctx, stream, at, { kind: "person.password_changed", data });
  return { personId: person.id, email: person.email };
}

async function activePerson(
  ctx: Context,
  personId: string | null,
): Promise<{ id: string; email: string; name: string }> {
  const person = await ctx.db.person.findFirst({
    where: { id: personId ?? undefined, deactivatedAt: null },
    select: { id: true, email: true, name: true },
  });
  if (!personId || !person) throw new Failure("gone", "This account is deactivated. Ask an administrator.");
  return person;
}

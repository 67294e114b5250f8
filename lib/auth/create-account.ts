import type { Context } from "@/lib/db/context";
import type { AccessRole } from "@/lib/kernel/actor";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { storable } from "@/lib/kernel/text";
import { append, type LockedStream } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";

export interface NewAccount {
  name: string;
  /** In lower case. */
  email: string;
  accessRole: AccessRole;
  /** Null for who comes in by single sign-on. */
  passwordHash: string | null;
  timeZone?: string;
  through: "setup" | "invitation" | "single_sign_on" | "seed";
}

/**
 * Makes a person, with the entry in the audit log.
 * @param stream the locked audit log, under which addresses stay unique
 * @returns the person's id
 * @throws Failure `conflict` when somebody has this address
 */
export async function createAccount(
  ctx: Context,
  stream: LockedStream,
  at: Date,
  { through, ...account }: NewAccount,
): Promise<string> {
  const taken = await ctx.db.person.findUnique({ where: { email: account.email }, select: { id: true } });
  if (taken)
    throw new Failure("conflict", `There is an account for ${account.email} already. Sign in with it.`);
  const personId = newId();
  const [name, email] = [newText(account.name), newText(account.email)];
  await ctx.db.person.create({
    data: { id: personId, ...account, name: storable(account.name), createdAt: at },
    select: { id: true },
  });
  await append(ctx, stream, at, {
    kind: "person.created",
    data: { personId, accessRole: account.accessRole, name: name.ref, email: email.ref, through },
    texts: [name, email],
  });
  return personId;
}

import type { Context } from "@/lib/db/context";
import { timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { createAccount } from "./create-account";
import type { Entered } from "./dto";
import { peekLink, takeLink } from "./links/one-time-links";
import { hashNewPassword } from "./passwords/hash-password";
import type { AcceptInvitationInput } from "./schemas";

/**
 * Uses an invitation up and makes the person. Open to whoever holds the link.
 * @throws Failure `gone` when the link does not work, `invalid` for a weak password, `conflict` when there is an
 *   account for the address meanwhile
 */
export async function acceptInvitation(ctx: Context, input: AcceptInvitationInput): Promise<Entered> {
  const link = await peekLink(ctx, "invitation", input.token);
  const { email, accessRole } = link;
  if (!email || !accessRole) throw new Error(`The invitation ${link.id} names nobody`);
  const { name, timeZone } = input;
  // Before the audit log's lock: hashing takes long.
  const passwordHash = await hashNewPassword(input.password, { email, name });
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  await takeLink(ctx, at, "invitation", input.token);
  const personId = await createAccount(ctx, stream, at, {
    ...{ name, email, accessRole, passwordHash, timeZone },
    through: "invitation",
  });
  return { personId, email };
}

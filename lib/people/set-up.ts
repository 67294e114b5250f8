import { createAccount } from "@/lib/auth/create-account";
import type { Entered } from "@/lib/auth/dto";
import { peekLink, takeLink } from "@/lib/auth/links/one-time-links";
import { hashNewPassword } from "@/lib/auth/passwords/hash-password";
import type { SetUpInput } from "@/lib/auth/schemas";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { addToCatalogue } from "@/lib/settings/add-to-catalogue";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";

/**
 * Makes the first administrator by the set-up link, and environments to declare on when there are none.
 * Open to whoever holds the link.
 * @throws Failure `gone` when the link does not work or somebody was first, `invalid` for a weak password
 */
export async function setUp(ctx: Context, input: SetUpInput): Promise<Entered> {
  await peekLink(ctx, "setup", input.token);
  const { name, email, timeZone } = input;
  // Before the audit log's lock: hashing takes long.
  const passwordHash = await hashNewPassword(input.password, { email, name });
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  await takeLink(ctx, at, "setup", input.token);
  if (await ctx.db.person.findFirst({ select: { id: true } })) {
    throw new Failure("gone", "This console is set up already. Sign in, or ask its administrator.");
  }
  const personId = await createAccount(ctx, stream, at, {
    ...{ name, email, passwordHash, timeZone },
    accessRole: "administrator",
    through: "setup",
  });
  await append(ctx, stream, at, { kind: "console.set_up", data: { personId } });
  if ((await ctx.db.environment.count()) === 0) {
    for (const environment of ["production", "staging"]) {
      await addToCatalogue(ctx, { kind: "environment", name: environment });
    }
  }
  return { personId, email };
}

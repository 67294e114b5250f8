import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { Profile } from "./dto";

/** One's own profile. @throws Failure `forbidden` for a token or the console itself */
export async function readOwnProfile(ctx: ReadContext): Promise<Profile> {
  authorise(ctx.actor, "profile.edit");
  if (ctx.actor.kind !== "person") throw new Failure("forbidden", "Only a person has a profile.");
  const { passwordHash, identities, ...person } = await ctx.db.person.findUniqueOrThrow({
    where: { id: ctx.actor.id },
    select: {
      ...{ id: true, name: true, email: true, accessRole: true, timeZone: true, theme: true, sound: true },
      passwordHash: true,
      identities: { select: { issuer: true }, take: 1 },
      addresses: { select: { kind: true, value: true }, orderBy: { position: "asc" } },
    },
  });
  return { ...person, hasPassword: passwordHash !== null, singleSignOn: identities.length > 0 };
}

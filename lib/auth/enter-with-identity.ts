import type { Context } from "@/lib/db/context";
import type { AccessRole } from "@/lib/kernel/actor";
import { orThrow } from "@/lib/kernel/errors";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import { authorise } from "./authorise";
import { createAccount } from "./create-account";
import { decideIdentity, type IdentityDecision } from "./identity.rules";

/** Who came, as an OpenID provider's ID token says (OpenID Connect Core 1.0, section 2 and 5.1). */
export interface Identity {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
}

interface Entered {
  personId: string;
  sessionVersion: number;
}

/**
 * Finds, binds or makes the account of an identity.
 * @returns the person who is let in
 * @throws Failure `forbidden` with the reason, in words for the person
 */
export async function enterWithIdentity(ctx: Context, identity: Identity): Promise<Entered> {
  authorise(ctx.actor, "people.administer");
  const known = (await isBound(ctx, identity)) ? await decide(ctx, identity) : null;
  if (known?.act === "enter") return entered(ctx, known.personId);
  // Two first visits at once must give one account: what is not bound yet is decided under the lock.
  const stream = await lockAdministration(ctx);
  const decision = await decide(ctx, identity);
  if (decision.act === "enter") return entered(ctx, decision.personId);
  const at = timeIn(ctx, stream);
  const personId =
    decision.act === "bind"
      ? decision.personId
      : await createAccount(ctx, stream, at, {
          name: identity.name?.trim().slice(0, 100) || decision.email,
          email: decision.email,
          accessRole: await invitedAs(ctx, at, decision.email),
          passwordHash: null,
          through: "single_sign_on",
        });
  const { issuer, subject } = identity;
  await ctx.db.oidcIdentity.create({ data: { issuer, subject, personId }, select: { personId: true } });
  // Another way into an account that was there: the audit log must tell of it.
  if (decision.act === "bind")
    await append(ctx, stream, at, { kind: "person.identity_bound", data: { personId, issuer } });
  return entered(ctx, personId);
}

async function isBound(ctx: Context, { issuer, subject }: Identity): Promise<boolean> {
  const where = { issuer_subject: { issuer, subject } };
  return (await ctx.db.oidcIdentity.findUnique({ where, select: { personId: true } })) !== null;
}

async function entered(ctx: Context, personId: string): Promise<Entered> {
  const where = { id: personId };
  const { sessionVersion } = await ctx.db.person.findUniqueOrThrow({
    where,
    select: { sessionVersion: true },
  });
  return { personId, sessionVersion };
}

/** Uses up an open invitation to this verified address; without one, a viewer. */
async function invitedAs(ctx: Context, at: Date, email: string): Promise<AccessRole> {
  const [invitation] = await ctx.db.oneTimeLink.updateManyAndReturn({
    where: { purpose: "invitation", email, usedAt: null, withdrawnAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
    select: { accessRole: true },
  });
  return invitation?.accessRole ?? "viewer";
}

async function decide(
  ctx: Context,
  { issuer, subject, email, emailVerified }: Identity,
): Promise<IdentityDecision> {
  const bound = await ctx.db.oidcIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { person: { select: { id: true, deactivatedAt: true } } },
  });
  const address = email?.trim().toLowerCase() || null;
  const sameEmail = address
    ? await ctx.db.person.findUnique({
        where: { email: address },
        select: {
          id: true,
          deactivatedAt: true,
          identities: { where: { issuer }, select: { issuer: true } },
        },
      })
    : null;
  return orThrow(
    decideIdentity({
      claims: { email: address, emailVerified },
      bound: bound && { id: bound.person.id, deactivated: bound.person.deactivatedAt !== null },
      sameEmail: sameEmail && {
        id: sameEmail.id,
        deactivated: sameEmail.deactivatedAt !== null,
        boundToIssuer: sameEmail.identities.length > 0,
      },
      anybody: (await ctx.db.person.findFirst({ select: { id: true } })) !== null,
    }),
  );
}

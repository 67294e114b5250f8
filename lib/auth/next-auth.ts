import type { AuthOptions, Profile } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import CredentialsProvider from "next-auth/providers/credentials";
import { inTransaction } from "@/lib/db/in-transaction";
import { systemActor } from "@/lib/kernel/actor";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { ADDRESS_HEADER } from "@/lib/server/own-headers";
import type { Parts } from "@/lib/server/parts";
import { enterWithIdentity } from "./enter-with-identity";
import { identityProblemCode } from "./identity.rules";
import { SESSION_SECONDS, sessionCookie, type SessionClaims } from "./sessions/session-cookie";
import { signIn } from "./sign-in";

/** The ID token's claims that we read. */
interface IdTokenClaims {
  iss: string;
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** What next-auth calls a user: the person, at the version that was checked. */
interface Entering {
  id: string;
  sessionVersion: number;
}

type OidcSettings = NonNullable<Parts["env"]["oidc"]>;

/** How next-auth signs people in here: e-mail and password, and an OpenID provider when one is set. */
export function authOptions(parts: Parts): AuthOptions {
  const { env, log } = parts;
  const cookie = sessionCookie(env.publicUrl);
  return {
    secret: env.authSecret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: cookie.secure,
    cookies: {
      sessionToken: {
        name: cookie.name,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: cookie.secure },
      },
    },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(parts), ...(env.oidc ? [oidcProvider(env.oidc)] : [])],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== "oidc") return true;
        return enterByProvider(parts, user, profile as unknown as IdTokenClaims);
      },
      // At a sign-in there is a user: a fresh session, whatever cookie came before. Later the claims stay as they are.
      jwt: ({ token, user }) => (user ? { ...newClaims(user as Entering) } : token),
      // What /api/auth/session tells to scripts: nothing that the screens need.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code, meta) => log.warn({ code, err: errorIn(meta) }, "sign-in failed"),
      warn: (code) => log.debug({ code }, "sign-in"),
      debug: () => {},
    },
  };
}

function passwordProvider({ db, clock, log }: Parts) {
  return CredentialsProvider({
    id: "password",
    credentials: { email: {}, password: {} },
    authorize: async (credentials, request) => {
      const { email, password } = credentials ?? {};
      if (typeof email !== "string" || typeof password !== "string") return null;
      const headers = (request.headers ?? {}) as Record<string, string | undefined>;
      const address = headers[ADDRESS_HEADER] ?? "unknown";
      const result = await signIn({ db, clock }, { email, password, address });
      if (result.ok) {
        log.info({ personId: result.personId, address }, "signed in");
        return { id: result.personId, sessionVersion: result.sessionVersion } satisfies Entering;
      }
      log.info({ reason: result.reason, address }, "sign-in refused");
      if (result.reason === "too_many_tries") throw new Error("too_many_tries");
      return null;
    },
  });
}

/** Code flow with PKCE and state (RFC 9700, section 2.1.1). */
function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<IdTokenClaims> {
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    checks: ["pkce", "state"],
    idToken: true,
    userinfo: { request: readClaims },
    profile: (claims) => ({ id: claims.sub }),
  };
}

type ReadClaims = NonNullable<Exclude<UserinfoEndpointHandler, string>["request"]>;

/**
 * Who came, by the checked ID token; what it leaves out is asked at the userinfo endpoint. With the code flow most
 * providers tell address and name only there (OpenID Connect Core 1.0, section 5.4).
 */
const readClaims: ReadClaims = async ({ client, tokens }) => {
  // next-auth's type leaves out what the token set of openid-client can do.
  const tokenSet = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
  const claims = tokenSet.claims();
  if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims as Profile;
  // Refuses an answer about anybody else than the ID token's subject.
  return { ...(await client.userinfo(tokenSet)), ...claims } as Profile;
};

/** @returns true, or the page that says why not */
async function enterByProvider(
  parts: Parts,
  user: { id: string },
  claims: IdTokenClaims,
): Promise<true | string> {
  const { db, clock, signer, log } = parts;
  const base = { db, clock, signer, actor: systemActor("single-sign-on"), requestId: newId() };
  try {
    const { personId, sessionVersion } = await inTransaction(base, (ctx) =>
      enterWithIdentity(ctx, {
        issuer: claims.iss,
        subject: claims.sub,
        email: claims.email ?? null,
        emailVerified: claims.email_verified === true,
        name: claims.name ?? null,
      }),
    );
    // next-auth hands the same object to the jwt callback: from here on the user is the person.
    Object.assign(user, { id: personId, sessionVersion } satisfies Entering);
    log.info({ personId }, "signed in through the identity provider");
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info({ reason: error.message }, "sign-in through the identity provider refused");
    return `/sign-in?error=${identityProblemCode(error.message)}`;
  }
}

function newClaims({ id, sessionVersion }: Entering): SessionClaims {
  return { personId: id, sessionVersion, sid: newId() };
}

function errorIn(meta: Error | Record<string, unknown>): unknown {
  return meta instanceof Error ? meta : meta.error;
}

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider tells of somebody. */
export interface Claims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface IdentityProvider {
  /** What a console needs to use it. */
  env: Record<string, string>;
  /** Makes it known a console's address to come back to. */
  register: (consoleUrl: string) => void;
  /** Who signs in there from now on. */
  willBe: (claims: Claims) => void;
  /** The parameters with which people were sent there so far. */
  asked: URLSearchParams[];
  stop: () => void;
}

const CLIENT = "quarterdeck";

/**
 * A real OpenID provider on 127.0.0.1 that demands PKCE. Instead of a form it signs in whom the test names.
 * @param tellsInIdToken whether address and name stand in the ID token, or are told at the userinfo endpoint only
 */
export async function startIdentityProvider(tellsInIdToken = false): Promise<IdentityProvider> {
  const secret = randomBytes(24).toString("hex");
  const people = new Map<string, Claims>();
  const asked: URLSearchParams[] = [];
  let current = "";
  let handle: ReturnType<Provider["callback"]> | undefined;
  let provider: Provider | undefined;

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname === "/auth") asked.push(url.searchParams);
    if (url.pathname.startsWith("/interaction/"))
      return void provider?.interactionFinished(request, response, { login: { accountId: current } });
    if (handle) return void handle(request, response);
    response.writeHead(503).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    env: {
      ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: secret, OIDC_NAME: "Harbour ID" },
    },
    register: (consoleUrl) => {
      provider = makeProvider(issuer, secret, consoleUrl, people, tellsInIdToken);
      handle = provider.callback();
    },
    willBe: (claims) => {
      people.set(claims.sub, claims);
      current = claims.sub;
    },
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function makeProvider(
  issuer: string,
  secret: string,
  consoleUrl: string,
  people: ReadonlyMap<string, Claims>,
  tellsInIdToken: boolean,
): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: secret,
        redirect_uris: [`${consoleUrl}/api/auth/callback/oidc`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    cookies: { keys: [secret] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => {
      const claims = people.get(id);
      return claims && { accountId: id, claims: () => ({ ...claims }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const { clientId } = oidc.client;
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    conformIdTokenClaims: !tellsInIdToken,
  });
}

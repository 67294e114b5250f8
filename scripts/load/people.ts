import type { AccessRole } from "@/lib/kernel/actor";
import type { Answer, HttpClient } from "./http-client";

/** Somebody who has signed in. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  /** To be sent with every call: `name=value`. */
  cookie: string;
}

const PASSWORD = "nine bells over a quiet harbour";
const TIME_ZONE = "UTC";

/** Makes the first administrator by the set-up link, and signs in. */
export async function setUpAdministrator(client: HttpClient, setupLink: string): Promise<SignedIn> {
  const [name, email] = ["Ada Okoye", "ada.okoye@example.org"];
  const token = setupLink.split("/").at(-1);
  const body = { token, name, email, password: PASSWORD, timeZone: TIME_ZONE };
  const { personId } = done(await client.call<{ personId: string }>("POST", "/setup", body));
  return { id: personId, name, email, cookie: await signIn(client, email) };
}

/**
 * Invites people, who accept and sign in: all as in the screens.
 * @param count 80 at most: sign-ins from one address are limited
 */
export async function invitePeople(
  client: HttpClient,
  administrator: SignedIn,
  count: number,
  accessRole: AccessRole = "responder",
): Promise<SignedIn[]> {
  const people: SignedIn[] = [];
  for (let number = 1; number <= count; number++) {
    const name = `${accessRole[0]?.toUpperCase()}${accessRole.slice(1)} ${number}`;
    const email = `${accessRole}.${number}@example.org`;
    const { cookie } = administrator;
    const invited = await client.call<{ url: string }>(
      "POST",
      "/invitations",
      { email, accessRole },
      { cookie },
    );
    const token = done(invited).url.split("/").at(-1);
    const acceptance = { token, name, password: PASSWORD, timeZone: TIME_ZONE };
    const accepted = await client.call<{ personId: string }>("POST", "/invitations/acceptance", acceptance);
    people.push({ id: done(accepted).personId, name, email, cookie: await signIn(client, email) });
  }
  return people;
}

/** The body of an answer that says yes. @throws Error with what it said instead */
export function done<T>({ status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`The console answered ${status}: ${JSON.stringify(body)}`);
}

/** next-auth's way: a token against forgery with its cookie, then the password; the answer sets the session. */
async function signIn(client: HttpClient, email: string): Promise<string> {
  const before = await client.send({ method: "GET", path: "/api/auth/csrf" });
  const { csrfToken } = JSON.parse(before.body) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" });
  const { headers, status } = await client.send({
    method: "POST",
    path: "/api/auth/callback/password",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiesOf(before.headers["set-cookie"]).join("; "),
    },
    body: form.toString(),
  });
  const session = cookiesOf(headers["set-cookie"]).find((cookie) => cookie.includes("quarterdeck.session="));
  if (!session) throw new Error(`${email} could not sign in (${status})`);
  return session;
}

function cookiesOf(headers: string[] = []): string[] {
  return headers.map((header) => header.split(";")[0] ?? "");
}

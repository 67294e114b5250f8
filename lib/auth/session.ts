import type { Tx } from "@/lib/db/client";
import type { PersonActor } from "@/lib/kernel/actor";
import { parts } from "@/lib/server/parts";
import { knownPerson } from "./sessions/known-people";
import { openSession, readCookie, sessionCookie } from "./sessions/session-cookie";

export { forgetPerson } from "./sessions/known-people";

export interface SessionParts {
  db: Tx;
  authSecret: string;
  publicUrl: string;
}

/**
 * Who sends this request, by its session cookie; null when nobody is signed in, the session was ended, or the
 * person is deactivated. For the listener and the API application.
 */
export async function authenticate(request: Request): Promise<PersonActor | null> {
  const { db, env } = await parts();
  const { authSecret, publicUrl } = env;
  return actorOf(request.headers.get("cookie"), { db, authSecret, publicUrl });
}

/** The same for a cookie header and given parts. */
export async function actorOf(
  cookies: string | null,
  { db, authSecret, publicUrl }: SessionParts,
): Promise<PersonActor | null> {
  const value = readCookie(cookies, sessionCookie(publicUrl).name);
  const claims = value ? await openSession(value, authSecret) : null;
  if (!claims) return null;
  const person = await knownPerson(db, claims.personId);
  if (!person || person.deactivated || person.sessionVersion !== claims.sessionVersion) return null;
  return { kind: "person", id: claims.personId, accessRole: person.accessRole, via: "session" };
}

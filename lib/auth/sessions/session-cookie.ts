import { decode, encode } from "next-auth/jwt";

/** What a session's cookie says, encrypted: who, at which version; `sid` is new at every sign-in. */
export interface SessionClaims {
  personId: string;
  sessionVersion: number;
  sid: string;
}

/** Sign in again after 30 days, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** The cookie's name and whether it travels over HTTPS only. @param publicUrl the console's own address */
export function sessionCookie(publicUrl: string): { name: string; secure: boolean } {
  const secure = publicUrl.startsWith("https:");
  return { name: secure ? "__Secure-quarterdeck.session" : "quarterdeck.session", secure };
}

/** Opens a cookie's value. @returns null for anything that this console did not write, or that is over */
export async function openSession(value: string, secret: string): Promise<SessionClaims | null> {
  const known = opened.get(value);
  if (known && known.secret === secret && performance.now() < known.until) return known.claims;
  const token = await decode({ token: value, secret }).catch(() => null);
  if (!token) return null;
  const { personId, sessionVersion, sid, exp } = token;
  if (typeof personId !== "string" || typeof sessionVersion !== "number" || typeof sid !== "string")
    return null;
  const claims = { personId, sessionVersion, sid };
  if (typeof exp === "number") remember(value, { claims, secret, until: keptUntil(exp) });
  return claims;
}

/** Decrypting takes a third of a millisecond. What a cookie says stays the same; whether it still counts is asked each time. */
const opened = new Map<string, { claims: SessionClaims; secret: string; until: number }>();
const KEPT_MS = 60_000;
const AT_MOST = 5_000;

function remember(value: string, session: { claims: SessionClaims; secret: string; until: number }): void {
  if (opened.size >= AT_MOST) opened.clear();
  opened.set(value, session);
}

/** On the monotonic clock; never beyond the session's end. @param exp epoch seconds */
function keptUntil(exp: number): number {
  return performance.now() + Math.min(KEPT_MS, exp * 1_000 - Date.now());
}

/** Makes a cookie's value; next-auth makes the same at a sign-in. For tools and tests. */
export function sealSession(claims: SessionClaims, secret: string): Promise<string> {
  return encode({ token: { ...claims }, secret, maxAge: SESSION_SECONDS });
}

/** The value of one cookie in a request's header. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key = "", ...value] = pair.split("=");
    if (key.trim() === name) return value.join("=").trim();
  }
  return undefined;
}

import type { Tx } from "@/lib/db/client";
import type { TokenActor } from "@/lib/kernel/actor";
import type { Clock } from "@/lib/kernel/clock";
import { Failure } from "@/lib/kernel/errors";
import { networkOf } from "@/lib/kernel/addresses";
import { sha256 } from "@/lib/timeline/hash.rules";
import { countTries } from "../attempts/count-attempts";
import { isAlive, isToken } from "./token.rules";

/** Wrong tokens from one address in a window of the sign-in limits. */
const WRONG_AT_MOST = 20;
const USED_EVERY_MS = 60_000;

/** The token of a request, or null when it brings none. */
export function bearerOf(request: Request): string | null {
  return /^bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}

/**
 * The machine that sends this token. It is looked up at each request: a revoked one stops at once.
 * @param address after trusted proxies
 * @throws Failure `unauthenticated` for one that is unknown, expired or revoked, `rate_limited` after many of them; a
 * token that works is never held back by others' failures
 */
export async function authenticateToken(
  { db, clock }: { db: Tx; clock: Clock },
  token: string,
  address: string,
): Promise<TokenActor> {
  const now = clock.now();
  const row = isToken(token) ? await db.apiToken.findUnique({ where: { tokenHash: sha256(token) } }) : null;
  if (!row || !isAlive(row, now)) throw await refusal(db, now, address);
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= USED_EVERY_MS) {
    await db.apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  const { id, accessRole, scopes } = row;
  return { kind: "token", id, accessRole, scopes, via: "token" };
}

/** An expired token is told like an unknown one: whoever holds it learns nothing of it. */
async function refusal(db: Tx, now: Date, address: string): Promise<Failure> {
  const key = `token:${networkOf(address)}`;
  const { tries, retryAt } = await countTries(db, now, [key]);
  if ((tries.get(key) ?? 0) <= WRONG_AT_MOST) {
    return new Failure("unauthenticated", "This token does not work. Ask an administrator for a new one.");
  }
  const details = { retryAt: retryAt.toISOString() };
  return new Failure("rate_limited", "Too many wrong tokens. Wait a quarter of an hour.", details);
}

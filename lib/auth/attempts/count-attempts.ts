import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/client";
import { networkOf } from "@/lib/kernel/addresses";
import { sha256 } from "@/lib/timeline/hash.rules";
import { WINDOW_MS, type TriesSoFar } from "./attempts.rules";

/** Who tries what: the account is what was typed, known or not. */
export interface Attempt {
  account: string;
  /** After trusted proxies. */
  address: string;
}

interface Counted {
  tries: TriesSoFar;
  /** When the oldest of these windows ends: nothing is refused after it for what was counted now. */
  retryAt: Date;
}

/**
 * Counts a try before it is made, so that many at once cannot pass together; `forgiveAttempt` takes it back.
 * Must not run in a transaction that a wrong password rolls back.
 */
export async function countAttempt(db: Tx, now: Date, attempt: Attempt): Promise<Counted> {
  const keys = keysOf(attempt);
  // One order for all (account, address, pair), so that two at once cannot wait for each other.
  const { tries, retryAt } = await countTries(db, now, [keys.account, keys.address, keys.pair]);
  const triesOf = (key: string) => tries.get(key) ?? 0;
  return {
    tries: { pair: triesOf(keys.pair), address: triesOf(keys.address), account: triesOf(keys.account) },
    retryAt,
  };
}

/** Counts one try under each of these keys; all counts of a window are forgotten when it ends. */
export async function countTries(
  db: Tx,
  now: Date,
  keys: readonly string[],
): Promise<{ tries: ReadonlyMap<string, number>; retryAt: Date }> {
  const expired = new Date(now.getTime() - WINDOW_MS);
  const values = Prisma.join(keys.map((key) => Prisma.sql`(${key}, 1, ${now})`));
  const rows = await db.$queryRaw<{ key: string; failures: number; since: Date }[]>`
    INSERT INTO sign_in_attempts AS a (key, failures, window_started_at) VALUES ${values}
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN a.window_started_at <= ${expired} THEN 1 ELSE a.failures + 1 END,
      window_started_at = CASE WHEN a.window_started_at <= ${expired} THEN ${now} ELSE a.window_started_at END
    RETURNING key, failures, window_started_at AS since`;
  const since = Math.max(...rows.map((row) => row.since.getTime()));
  return {
    tries: new Map(rows.map(({ key, failures }) => [key, failures])),
    retryAt: new Date(since + WINDOW_MS),
  };
}

/** Takes back a try that succeeded, and forgets windows that are over. */
export async function forgiveAttempt(db: Tx, now: Date, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await db.$executeRaw`
    UPDATE sign_in_attempts SET failures = CASE WHEN key = ${keys.pair} THEN 0 ELSE GREATEST(failures - 1, 0) END
    WHERE key IN (SELECT key FROM sign_in_attempts
      WHERE key IN (${keys.account}, ${keys.address}, ${keys.pair}) ORDER BY key FOR UPDATE)`;
  // Passes over rows that others hold: waiting for them in another order than theirs would be a circle.
  await db.$executeRaw`
    DELETE FROM sign_in_attempts WHERE key IN (SELECT key FROM sign_in_attempts
      WHERE window_started_at <= ${new Date(now.getTime() - WINDOW_MS)} FOR UPDATE SKIP LOCKED)`;
}

/** Forgets every try for an account: its owner has come in by another way. */
export async function forgetAttempts(db: Tx, account: string): Promise<void> {
  const key = accountKey(account);
  await db.signInAttempt.deleteMany({ where: { OR: [{ key }, { key: { startsWith: `pair:${key}:` } }] } });
}

function keysOf({ account, address }: Attempt) {
  const key = accountKey(account);
  const from = networkOf(address);
  return { account: key, address: `address:${from}`, pair: `pair:${key}:${from}` };
}

/** Hashed: people type passwords into the wrong field. */
function accountKey(account: string): string {
  return `account:${sha256(account)}`;
}

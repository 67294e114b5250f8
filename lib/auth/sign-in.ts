import { setTimeout as sleep } from "node:timers/promises";
import type { Tx } from "@/lib/db/client";
import type { Clock } from "@/lib/kernel/clock";
import { decideAttempt } from "./attempts/attempts.rules";
import { countAttempt, forgiveAttempt } from "./attempts/count-attempts";
import { isPassword } from "./passwords/hash-password";

export interface SignInParts {
  db: Tx;
  clock: Clock;
  /** How a slowed try waits; for tests. */
  wait?: (ms: number) => Promise<unknown>;
}

export interface SignInInput {
  email: string;
  password: string;
  /** After trusted proxies. */
  address: string;
}

export type SignInResult =
  | { ok: true; personId: string; sessionVersion: number }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too_many_tries"; retryAt: Date };

/**
 * Checks an e-mail address and a password. Unknown, deactivated and password-less accounts answer like a wrong
 * password and take as long. No transaction: a failed try must stay counted.
 */
export async function signIn(parts: SignInParts, input: SignInInput): Promise<SignInResult> {
  const { db, clock, wait = sleep } = parts;
  const email = input.email.trim().toLowerCase();
  const attempt = { account: email, address: input.address };
  const { tries, retryAt } = await countAttempt(db, clock.now(), attempt);
  const decision = decideAttempt(tries);
  if (!decision.allowed) return { ok: false, reason: "too_many_tries", retryAt };
  if (decision.delayMs > 0) await wait(decision.delayMs);

  const person = await db.person.findFirst({
    where: { email, deactivatedAt: null },
    select: { id: true, passwordHash: true, sessionVersion: true },
  });
  if (!(await isPassword(input.password, person?.passwordHash)) || !person)
    return { ok: false, reason: "wrong" };
  await forgiveAttempt(db, clock.now(), attempt);
  return { ok: true, personId: person.id, sessionVersion: person.sessionVersion };
}

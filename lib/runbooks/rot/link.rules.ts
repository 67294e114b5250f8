const DAY_MS = 86_400_000;

/** So many failures in a row, a day or more apart, and a link is dead. */
export const DEAD_AFTER = 2;

/** What asking for a link gave: a status, or no answer. */
export type LinkAnswer = { ok: true; status: number } | { ok: false };

/**
 * Whether a link still leads somewhere: also where one has to sign in, is sent on, or may not ask so often. No such page,
 * an error of the server's own and no answer are failures.
 */
export function isAlive(answer: LinkAnswer): boolean {
  if (!answer.ok) return false;
  const { status } = answer;
  return status !== 404 && status !== 410 && status < 500;
}

/** When to ask next: once a week, and the day after a first failure. */
export function nextCheck(now: Date, failures: number): Date {
  const days = failures > 0 && failures < DEAD_AFTER ? 1 : 7;
  return new Date(now.getTime() + days * DAY_MS);
}

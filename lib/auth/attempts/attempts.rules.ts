/** Tries in the present window, the one that is being decided included. */
export interface TriesSoFar {
  /** For this account from this address. */
  pair: number;
  /** From this address, for any account. */
  address: number;
  /** For this account, from any address. */
  account: number;
}

export type AttemptDecision = { allowed: true; delayMs: number } | { allowed: false };

/** Windows are fixed: the first try opens one, and all counts in it are forgotten when it ends. */
export const WINDOW_MS = 15 * 60_000;

export const PAIR_LIMIT = 10;
/** Many people share one office's address. */
export const ADDRESS_LIMIT = 100;
/** From here on each try for the account waits, whoever makes it. */
export const ACCOUNT_FREE = 20;
const LONGEST_DELAY_MS = 5_000;

/**
 * Whether a sign-in may be tried, and after which wait. Only the pair and the address are ever refused: an account
 * that strangers try from elsewhere is slower for its owner, never closed.
 */
export function decideAttempt({ pair, address, account }: TriesSoFar): AttemptDecision {
  if (pair > PAIR_LIMIT || address > ADDRESS_LIMIT) return { allowed: false };
  if (account <= ACCOUNT_FREE) return { allowed: true, delayMs: 0 };
  return { allowed: true, delayMs: Math.min(LONGEST_DELAY_MS, 250 * 2 ** (account - ACCOUNT_FREE - 1)) };
}

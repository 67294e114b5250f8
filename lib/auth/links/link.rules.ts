export type LinkPurpose = "setup" | "invitation" | "password_reset";

const HOUR = 3_600_000;

/** How long each link works, in milliseconds. */
export const linkLifetime = {
  setup: 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  password_reset: HOUR,
} as const satisfies Record<LinkPurpose, number>;

export interface LinkFacts {
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
}

const nextStep = {
  setup: 'Run "npm run admin -- link" on the server for a new one.',
  invitation: "Ask an administrator for a new one.",
  password_reset: 'Ask an administrator for a new one, or run "npm run admin -- reset" on the server.',
} as const satisfies Record<LinkPurpose, string>;

/**
 * Why a link does not work (any more), and what to do, in words for the person who opened it; null when it works.
 * @param link null when there is none with this token
 */
export function linkProblem(purpose: LinkPurpose, link: LinkFacts | null, now: Date): string | null {
  if (!link) return `This link is not one of ours, or was cut off on the way. ${nextStep[purpose]}`;
  if (link.usedAt) return `This link was used already; it works once. ${nextStep[purpose]}`;
  if (link.withdrawnAt) return `This link was replaced or withdrawn. ${nextStep[purpose]}`;
  if (link.expiresAt <= now) return `This link has expired. ${nextStep[purpose]}`;
  return null;
}

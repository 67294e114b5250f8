import type { Refusal } from "@/lib/kernel/errors";

/** What is kept beside a runbook's text. */
export interface Details {
  ownerId: string | null;
  /** Small letters, each once, in order. */
  tags: string[];
  /** In order of id. */
  serviceIds: string[];
  /** A day, YYYY-MM-DD. */
  reviewBy: string | null;
}

export type DetailChanges = { [D in keyof Details]?: { from: Details[D]; to: Details[D] } };

const words: Record<keyof Details, string> = {
  ownerId: "The owner was",
  tags: "The tags were",
  serviceIds: "The services were",
  reviewBy: "The day of review was",
};

/**
 * Whether details may be changed so: each from what it is now, to something else.
 * @returns those that change, from and to
 */
export function decideDetails(
  current: Details,
  changes: DetailChanges,
): { ok: true; changed: DetailChanges } | Refusal {
  const asked = (Object.keys(words) as (keyof Details)[]).filter((name) => changes[name] !== undefined);
  const stale = asked.find((name) => !same(changes[name]?.from, current[name]));
  if (stale) {
    const message = `${words[stale]} changed by somebody else. Look at it and change it again.`;
    return { ok: false, code: "conflict", message };
  }
  const changed = asked.filter((name) => !same(changes[name]?.to, current[name]));
  if (changed.length === 0) return { ok: false, code: "invalid", message: "Nothing was changed." };
  return { ok: true, changed: Object.fromEntries(changed.map((name) => [name, changes[name]])) };
}

/** Whether the day by which it should have been reviewed is over. @param today YYYY-MM-DD where the reader is */
export function isReviewOverdue(reviewBy: string | null, today: string): boolean {
  return reviewBy !== null && reviewBy < today;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

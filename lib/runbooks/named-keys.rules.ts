/** What the head of a document says beside its text, in its own words. */
export interface NamedDetails {
  /** Names or e-mail addresses, small letters. */
  owners: string[];
  /** As tags are kept. */
  tags: string[];
  /** Names of services, small letters. */
  services: string[];
  /** A day, YYYY-MM-DD. */
  reviewBy: string | null;
}

/** The keys of a head that name a detail. */
export const DETAIL_KEYS: Record<keyof NamedDetails, RegExp> = {
  owners: /^(?:owners?|maintainers?)$/,
  tags: /^(?:tags?|labels?)$/,
  services: /^services?$/,
  reviewBy: /^(?:review[ _-]by|next[ _-]review)$/,
};

/** What of a runbook's details a key of its head names. */
export function detailCalled(key: string): keyof NamedDetails | null {
  const words = key.trim().toLowerCase();
  const found = Object.entries(DETAIL_KEYS).find(([, called]) => called.test(words));
  return (found?.[0] as keyof NamedDetails | undefined) ?? null;
}

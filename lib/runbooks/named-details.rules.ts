import type { Metadata } from "./parse/types";
import { tag } from "./schemas";

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

const KEYS = {
  owners: /^(?:owners?|maintainers?)$/,
  tags: /^(?:tags?|labels?)$/,
  services: /^services?$/,
  reviewBy: /^(?:review[ _-]by|next[ _-]review)$/,
};

const MOST_TAGS = 20;

/** Reads owner, tags, services and the day of review from front matter, or from marked lines at the head. */
export function detailsNamed(metadata: readonly Metadata[]): NamedDetails {
  const under = (key: RegExp) =>
    metadata
      .filter((entry) => key.test(entry.key.trim().toLowerCase()))
      .flatMap(({ value }) => value.split(/[,;]/))
      .map((value) => value.trim().toLowerCase())
      .filter((value) => value !== "");
  const tags = under(KEYS.tags).flatMap((value) => tag.safeParse(value).data ?? []);
  return {
    owners: under(KEYS.owners),
    tags: [...new Set(tags)].slice(0, MOST_TAGS).sort(),
    services: [...new Set(under(KEYS.services))],
    reviewBy: under(KEYS.reviewBy).find(isDay) ?? null,
  };
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

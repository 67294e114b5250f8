import { z } from "zod";
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

const KEYS: Record<keyof NamedDetails, RegExp> = {
  owners: /^(?:owners?|maintainers?)$/,
  tags: /^(?:tags?|labels?)$/,
  services: /^services?$/,
  reviewBy: /^(?:review[ _-]by|next[ _-]review)$/,
};

/** What of a runbook's details a key of its head names. */
export function detailCalled(key: string): keyof NamedDetails | null {
  const words = key.trim().toLowerCase();
  const found = Object.entries(KEYS).find(([, called]) => called.test(words));
  return (found?.[0] as keyof NamedDetails | undefined) ?? null;
}

/** As many as may be given by hand; each owner is looked for by itself. */
const MOST = { owners: 5, tags: 20, services: 50 };

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
    owners: under(KEYS.owners).slice(0, MOST.owners),
    tags: [...new Set(tags)].slice(0, MOST.tags).sort(),
    services: [...new Set(under(KEYS.services))].slice(0, MOST.services),
    reviewBy: under(KEYS.reviewBy).find((day) => z.iso.date().safeParse(day).success) ?? null,
  };
}

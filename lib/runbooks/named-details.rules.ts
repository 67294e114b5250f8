import { z } from "zod";
import { DETAIL_KEYS, type NamedDetails } from "./named-keys.rules";
import type { Metadata } from "./parse/types";
import { tag } from "./schemas";

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
  const tags = under(DETAIL_KEYS.tags).flatMap((value) => tag.safeParse(value).data ?? []);
  return {
    owners: under(DETAIL_KEYS.owners).slice(0, MOST.owners),
    tags: [...new Set(tags)].slice(0, MOST.tags).sort(),
    services: [...new Set(under(DETAIL_KEYS.services))].slice(0, MOST.services),
    reviewBy: under(DETAIL_KEYS.reviewBy).find((day) => z.iso.date().safeParse(day).success) ?? null,
  };
}

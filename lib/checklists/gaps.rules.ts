import { REDACTED } from "@/lib/kernel/redacted";
import { placeholdersIn } from "@/lib/runbooks/parse/placeholders.rules";
import type { PlaceholderState } from "@/lib/timeline/fold/state";

/** What was filled into the gaps of an incident, by name. */
export type Filled = ReadonlyMap<string, string>;

/** What stands in the place of a gap. */
export interface FilledGap {
  name: string;
  value: string;
}

/** What stands in each gap now: the newest that was filled in, by name. */
export function newestFills<Fill extends { name: string }>(placeholders: readonly Fill[]): Fill[] {
  const newest = new Map(placeholders.map((fill) => [fill.name, fill]));
  return [...newest.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What was filled in, as readers see it.
 * @param placeholders oldest first: the newest of a name counts
 * @returns values by name; `[redacted]` for one that was taken away
 */
export function filledIn(placeholders: readonly Pick<PlaceholderState, "name" | "value">[]): Filled {
  return new Map(placeholders.map(({ name, value }) => [name, value.value ?? REDACTED]));
}

/** A text cut at the gaps that were filled in, in order; those that nobody filled stay part of the text. */
export function cutAtGaps(text: string, filled: Filled): (string | FilledGap)[] {
  if (filled.size === 0) return [text];
  const parts: (string | FilledGap)[] = [];
  let from = 0;
  for (const { name, range } of placeholdersIn(text)) {
    const value = filled.get(name);
    if (value === undefined) continue;
    if (range.start > from) parts.push(text.slice(from, range.start));
    parts.push({ name, value });
    from = range.end;
  }
  if (from < text.length || parts.length === 0) parts.push(text.slice(from));
  return parts;
}

/** A text with what was filled into its gaps. */
export function fillGaps(text: string, filled: Filled): string {
  return cutAtGaps(text, filled)
    .map((part) => (typeof part === "string" ? part : part.value))
    .join("");
}

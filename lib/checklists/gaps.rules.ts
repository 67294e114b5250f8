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

/**
 * What was filled in, as readers see it.
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

import type { ParsedStep, SectionItem } from "@/lib/runbooks/parse/types";

/**
 * The first of alternatives each, where it is said that one is enough: what stands between them, such as their own steps,
 * begins no other choice.
 * @returns their keys
 */
export function firstOfChoices(items: readonly SectionItem[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const steps = items.filter((item): item is ParsedStep => item.type === "step");
  for (const { choiceKey, key } of steps) if (choiceKey && !first.has(choiceKey)) first.set(choiceKey, key);
  return new Set(first.values());
}

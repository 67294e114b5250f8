import { withoutWords } from "@/lib/kernel/redacted";
import { partNames, type Parts, type SummaryBody } from "./schemas";

/**
 * A version's content without redacted words: wherever it copied them from the timeline, and where somebody typed
 * them again in a part.
 * @param words each redacted text, whole
 */
export function redactedBody(
  { parts, derived, followUps }: SummaryBody,
  words: readonly string[],
): SummaryBody {
  const seen = (copy: string) => withoutWords(copy, words);
  const optional = (copy: string | null) => copy && seen(copy);
  return {
    parts: Object.fromEntries(partNames.map((name) => [name, seen(parts[name])])) as Parts,
    derived: {
      ...derived,
      title: seen(derived.title),
      criteria: derived.criteria.map((row) => ({
        ...row,
        text: seen(row.text),
        reason: optional(row.reason),
      })),
      steps: derived.steps.map((row) => ({ ...row, reason: optional(row.reason) })),
    },
    followUps: followUps.map((row) => ({ ...row, title: seen(row.title) })),
  };
}

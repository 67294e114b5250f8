import type { Entry } from "@/lib/timeline/events";

/**
 * The texts of check results in which redacted values may stand: what was asked with a value has it, and the answer may
 * say it again, in whatever spelling.
 * @param entries with all of the stream's `step.checked`
 * @param fillIds texts that filled a gap and are redacted
 * @returns ids of texts whose words are still there
 */
export function checkTexts(entries: readonly Entry[], fillIds: readonly string[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== "step.checked") return [];
    const { kind, filled, request, output } = entry.data;
    // Only paths have gaps. What filled them is not known of the first results.
    const mayHave = filled ? filled.some((id) => fillIds.includes(id)) : kind === "http";
    const ids = mayHave ? [request.textId, output.textId] : [];
    return ids.filter((id) => typeof entry.texts[id] === "string");
  });
}

import type { Entry } from "@/lib/timeline/events";

/**
 * The texts of check results in which redacted values may stand: what was asked with a value has it, and the answer may
 * say it again, in whatever spelling.
 * @param entries with all of the stream's `placeholder.filled` and `step.checked`
 * @param textIds that are redacted; only those that filled a gap have such copies
 * @returns ids of texts whose words are still there
 */
export function checkTexts(entries: readonly Entry[], textIds: readonly string[]): string[] {
  const values = entries.flatMap((entry) =>
    entry.kind === "placeholder.filled" ? [entry.data.value.textId] : [],
  );
  const gone = values.filter((id) => textIds.includes(id));
  if (gone.length === 0) return [];
  return entries.flatMap((entry) => {
    if (entry.kind !== "step.checked") return [];
    const { kind, filled, request, output } = entry.data;
    // Only paths have gaps. What filled them is not known of the first results.
    const mayHave = filled ? filled.some((id) => gone.includes(id)) : kind === "http";
    const ids = mayHave ? [request.textId, output.textId] : [];
    return ids.filter((id) => typeof entry.texts[id] === "string");
  });
}

import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EntriesDto } from "@/lib/record/dto";
import type { Entry } from "@/lib/timeline/events";
import { redactedTexts, withoutTexts } from "@/lib/timeline/redacted-entries.rules";
import { timelineKeys } from "./query-keys";

/**
 * Takes words that were just redacted out of what this tab has read: out of the pages of the timeline, and with all
 * that is not on the screen now. What is, moves on by the same entries or by being read again.
 */
export function forgetRedacted(client: QueryClient, incidentKey: string, entries: readonly Entry[]): void {
  const gone = redactedTexts(entries);
  if (gone.size === 0) return;
  client.setQueriesData<InfiniteData<EntriesDto>>(
    { queryKey: timelineKeys.all(incidentKey) },
    (data) => data && { ...data, pages: data.pages.map((page) => pageWithout(page, gone)) },
  );
  client.removeQueries({ type: "inactive" });
}

function pageWithout(page: EntriesDto, gone: ReadonlySet<string>): EntriesDto {
  const { entries, marks } = page;
  return {
    ...page,
    entries: [...withoutTexts(entries, gone)],
    marks: { ...marks, corrections: [...withoutTexts(marks.corrections, gone)] },
  };
}

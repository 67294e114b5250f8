import { REDACTED } from "@/lib/timeline/describe/sentence";
import type { SummaryDto } from "@/lib/summaries/dto";
import type { IncidentState } from "@/lib/timeline/fold/state";

/**
 * A stored summary without the words that were redacted since it was made: what it copied from the timeline is hidden
 * where the incident's own words are gone.
 * @param state the incident as it is now
 */
export function withoutRedacted(summary: SummaryDto, state: IncidentState): SummaryDto {
  const { derived, followUps } = summary.body;
  const items = new Map(state.checklists.flatMap((list) => list.items.map((item) => [item.id, item])));
  const titles = new Map(state.followUps.map(({ number, title }) => [number, title]));
  return {
    ...summary,
    body: {
      ...summary.body,
      derived: {
        ...derived,
        title: state.title.value === null ? REDACTED : derived.title,
        // Criteria are only ever added, at the end.
        criteria: derived.criteria.map((row, index) => ({
          ...row,
          text: shown(row.text, state.criteria[index]?.text),
          reason: row.reason && shown(row.reason, state.criteria[index]?.reason),
        })),
        steps: derived.steps.map((row) => ({
          ...row,
          reason: row.reason && shown(row.reason, items.get(row.itemId)?.reason),
        })),
      },
      followUps: followUps.map((row) => ({ ...row, title: shown(row.title, titles.get(row.number)) })),
    },
  };
}

function shown(copy: string, source: { value: string | null } | null | undefined): string {
  return source && source.value === null ? REDACTED : copy;
}

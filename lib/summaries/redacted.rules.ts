import type { IncidentState } from "@/lib/timeline/fold/state";
import type { SummaryBody } from "./schemas";

const REDACTED = "[redacted]";

/**
 * A version's content without the words that were redacted since it was made: what it copied from the timeline is
 * hidden where the incident's own words are gone. For showing and exporting; the stored content keeps its hash.
 * @param state the incident as it is now
 */
export function withoutRedacted(body: SummaryBody, state: IncidentState): SummaryBody {
  const { derived, followUps } = body;
  const items = new Map(state.checklists.flatMap((list) => list.items.map((item) => [item.id, item])));
  const titles = new Map(state.followUps.map(({ number, title }) => [number, title]));
  return {
    ...body,
    derived: {
      ...derived,
      title: shown(derived.title, state.title),
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
  };
}

function shown(copy: string, source: { value: string | null } | null | undefined): string {
  return source?.value === null ? REDACTED : copy;
}

import type { TimelineView } from "./view.rules";

/** The one key factory for the pages of timelines. */
export const timelineKeys = {
  /** Every page of an incident's timeline, whatever the view. */
  all: (incidentKey: string) => ["timeline", incidentKey] as const,
  view: (incidentKey: string, view: TimelineView, from: number | null) =>
    ["timeline", incidentKey, view, from] as const,
};

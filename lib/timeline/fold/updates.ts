import type { Entry } from "../events";
import { clockMoves } from "./cadence";
import type { FollowUpStateRow, IncidentState } from "./state";
import { textOf } from "./texts";

/** What an event changes in the updates and their clock. */
export function foldUpdates(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "update.posted": {
      const { updateId: id, number, status, dueAt, outcome, nextMinutes, final, draftedTo } = entry.data;
      const update = {
        ...{ id, number, seq: entry.seq, postedById: entry.actor.id, postedAt: entry.at },
        ...{ dueAt, outcome, status, final, nextMinutes, draftedTo },
        current: textOf(entry, entry.data.current),
        progress: textOf(entry, entry.data.progress),
        blockers: textOf(entry, entry.data.blockers),
      };
      const posted = { kind: "posted", number, nextIntervalMinutes: nextMinutes } as const;
      return { updates: [...state.updates, update], cadence: clockMoves(state, entry, posted) };
    }
    case "update.snoozed":
      return { cadence: clockMoves(state, entry, { kind: "snoozed", until: Date.parse(entry.data.to) }) };
    case "update.missed":
      // The clock counts misses itself; the entry says so in the record, and brings the state up to its time.
      return { cadence: clockMoves(state, entry, { kind: "handed_over" }) };
    default:
      return undefined;
  }
}

/** What an event changes in the summary and its follow-ups. */
export function foldSummary(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "summary.drafted":
      return {
        summary: {
          id: entry.data.summaryId,
          state: "draft",
          version: entry.data.version,
          signedVersion: null,
        },
      };
    case "summary.edited":
      return moved(state, "draft", entry.data.version);
    case "summary.submitted":
      return moved(state, "in_review", entry.data.version);
    case "summary.returned":
      return moved(state, "returned", entry.data.version);
    case "summary.signed_off":
      return moved(state, "signed_off", entry.data.version, entry.data.version);
    case "follow_up.added": {
      const { followUpId: id, number, kind, ownerId, dueOn, title } = entry.data;
      const added = { id, number, kind, ownerId, dueOn, title: textOf(entry, title), state: "open" } as const;
      return { followUps: [...state.followUps, added] };
    }
    case "follow_up.changed": {
      const { title, to } = entry.data;
      const kind = to.kind as FollowUpStateRow["kind"];
      const words = title ? { title: textOf(entry, title) } : {};
      return changeFollowUp(state, entry.data.followUpId, { ...to, kind, ...words });
    }
    case "follow_up.ended":
      return changeFollowUp(state, entry.data.followUpId, { state: entry.data.state });
    case "follow_up.reopened":
      return changeFollowUp(state, entry.data.followUpId, { state: "open" });
    default:
      return undefined;
  }
}

function moved(
  state: IncidentState,
  to: NonNullable<IncidentState["summary"]>["state"],
  version: number,
  signedVersion: number | null = null,
): Partial<IncidentState> {
  return { summary: state.summary && { ...state.summary, state: to, version, signedVersion } };
}

function changeFollowUp(
  state: IncidentState,
  id: string,
  change: Partial<FollowUpStateRow>,
): Partial<IncidentState> {
  return { followUps: state.followUps.map((row) => (row.id === id ? { ...row, ...change } : row)) };
}

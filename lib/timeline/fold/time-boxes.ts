import type { Entry } from "../events";
import type { IncidentState, TimeBoxState } from "./state";

/** What an event changes in the timers of steps and sections. */
export function foldTimeBoxes(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "timebox.started": {
      const { timeBoxId: id, checklistId, itemId, dueAt } = entry.data;
      const started = { startedById: entry.actor.id, startedAt: entry.at };
      const box = { id, checklistId, itemId, ...started, dueAt, overrunAt: null, endedAt: null };
      return { timeBoxes: [...state.timeBoxes, box] };
    }
    case "timebox.extended":
      return change(state, entry.data.timeBoxId, { dueAt: entry.data.to, overrunAt: null });
    case "timebox.overrun":
      return change(state, entry.data.timeBoxId, { overrunAt: entry.at });
    case "timebox.stopped":
    case "timebox.ended":
      return change(state, entry.data.timeBoxId, { endedAt: entry.at });
    default:
      return undefined;
  }
}

function change(state: IncidentState, id: string, to: Partial<TimeBoxState>): Partial<IncidentState> {
  return { timeBoxes: state.timeBoxes.map((box) => (box.id === id ? { ...box, ...to } : box)) };
}

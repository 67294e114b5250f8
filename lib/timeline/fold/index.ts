import type { Entry } from "../events";
import { foldChecklists } from "./checklists";
import { declaredState, foldIncident } from "./incident";
import { foldPeople } from "./people";
import type { IncidentState } from "./state";
import { withoutText } from "./texts";
import { foldTimeBoxes } from "./time-boxes";
import { foldSummary, foldUpdates } from "./updates";

export type { IncidentState } from "./state";

/**
 * The state of an incident after these entries.
 * @param entries of one incident, in order, from the first; leave out the later ones to see an earlier moment
 * @throws Error when the first is not the declaration
 */
export function fold(entries: readonly Entry[]): IncidentState {
  const [first, ...rest] = entries;
  if (first?.kind !== "incident.declared")
    throw new Error("An incident's timeline begins with its declaration");
  return rest.reduce(applyEntry, declaredState(first));
}

/** The state after one more entry. Entries that were applied already change nothing. */
export function applyEntry(state: IncidentState, entry: Entry): IncidentState {
  if (entry.seq <= state.seq) return state;
  const before = entry.kind === "text.redacted" ? withoutText(state, entry.data.textId) : state;
  return { ...before, ...changes(before, entry), seq: entry.seq };
}

function changes(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  return (
    foldIncident(state, entry) ??
    foldPeople(state, entry) ??
    foldChecklists(state, entry) ??
    foldTimeBoxes(state, entry) ??
    foldUpdates(state, entry) ??
    foldSummary(state, entry)
  );
}

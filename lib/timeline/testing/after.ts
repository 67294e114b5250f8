import { fold, type IncidentState } from "../fold";
import type { Entry, EventData, EventKind } from "../events";
import { anEntry } from "./an-entry";

export type Step = { [K in EventKind]: [kind: K, data?: Partial<EventData<K>>] }[EventKind];

/** The state after a declaration and these events, a minute apart, by Mara. */
export function after(...steps: Step[]): IncidentState {
  return fold(timeline(steps));
}

export function timeline(steps: readonly Step[]): Entry[] {
  const rest = steps.map(([kind, data], index) =>
    anEntry(kind as EventKind, data as Partial<EventData<EventKind>>, { seq: index + 2 }),
  );
  return [anEntry("incident.declared"), ...rest];
}

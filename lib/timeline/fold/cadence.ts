import { standardPolicy } from "@/lib/updates/cadence.rules";
import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import { applySlotEvent, type SlotEvent } from "@/lib/updates/slots.rules";
import type { Entry } from "../events";
import type { IncidentState } from "./state";

type Untimed<E> = E extends SlotEvent ? Omit<E, "at"> : never;

/** The clock after one of its events, at the entry's time. */
export function clockMoves(
  state: Pick<IncidentState, "cadence">,
  entry: Entry,
  event: Untimed<SlotEvent>,
): CadenceState {
  const timed = { ...event, at: Date.parse(entry.at) } as SlotEvent;
  return applySlotEvent(standardPolicy, state.cadence, timed).state;
}

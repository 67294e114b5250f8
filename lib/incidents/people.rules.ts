import type { Refusal } from "@/lib/kernel/errors";
import type { IncidentRole } from "@/lib/timeline/events/common";

interface Seat {
  personId: string;
  role: IncidentRole;
}

/** One deputy, one communications lead, one scribe at a time; any number of responders. */
const heldByOne: readonly IncidentRole[] = ["deputy", "communications_lead", "scribe"];

/** One change of seats. `from` is null for who did not take part. */
export interface SeatChange extends Seat {
  from: IncidentRole | null;
}

/**
 * Who gets which role when a person is given one: who held it becomes a responder.
 * @returns the changes, the former holder's first; or why not
 */
export function decideRole(ask: {
  commanderId: string | null;
  participants: readonly Seat[];
  personId: string;
  role: IncidentRole;
}): { ok: true; changes: SeatChange[] } | Refusal {
  const { commanderId, participants, personId, role } = ask;
  if (personId === commanderId) return refuse("They have command. Hand over command first.");
  const from = participants.find((seat) => seat.personId === personId)?.role ?? null;
  if (from === role) return refuse("They have this role already.");
  const holders = heldByOne.includes(role) ? participants.filter((seat) => seat.role === role) : [];
  const former = holders
    .filter((seat) => seat.personId !== commanderId)
    .map((seat): SeatChange => ({ personId: seat.personId, from: role, role: "responder" }));
  return { ok: true, changes: [...former, { personId, from, role }] };
}

/** Whether a person may stop taking part, and what they were. */
export function decideLeave(ask: {
  commanderId: string | null;
  offeredToId: string | null;
  participants: readonly Seat[];
  personId: string;
}): { ok: true; role: IncidentRole } | Refusal {
  const { commanderId, offeredToId, participants, personId } = ask;
  if (personId === commanderId) return refuse("Who has command cannot leave. Hand over command first.");
  if (personId === offeredToId) return refuse("Command is offered to them. Answer or take it back first.");
  const seat = participants.find((one) => one.personId === personId);
  return seat ? { ok: true, role: seat.role } : refuse("They do not take part.");
}

function refuse(message: string): Refusal {
  return { ok: false, code: "conflict", message };
}

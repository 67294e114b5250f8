import type { Entry } from "../events";
import type { IncidentRole } from "../events/common";
import type { IncidentState, ParticipantState } from "./state";

/** What an event changes in command and in who takes part. */
export function foldPeople(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "command.assigned":
      return {
        commanderId: entry.data.to,
        commandSince: null,
        participants: inCommand(state, entry, entry.data),
      };
    case "command.acknowledged":
      return {
        ...takesCommand(state, entry, entry.data),
        status: "investigating",
        statusSince: entry.at,
        acknowledgedAt: entry.at,
      };
    case "command.accepted":
    case "command.taken":
      return takesCommand(state, entry, entry.data);
    case "command.offered":
      return { offer: { toId: entry.data.to, at: entry.at } };
    case "command.declined":
    case "command.withdrawn":
      return { offer: null };
    case "person.joined":
    case "person.role_changed":
      return {
        participants: withParticipant(
          state.participants,
          entry.data.personId,
          entry.kind === "person.joined" ? entry.data.role : entry.data.to,
          entry.at,
        ),
      };
    case "person.left":
      return {
        participants: state.participants.map((p) =>
          p.personId === entry.data.personId ? { ...p, leftAt: entry.at } : p,
        ),
      };
    default:
      return undefined;
  }
}

function takesCommand(
  state: IncidentState,
  entry: Entry,
  change: { from: string | null; to: string },
): Partial<IncidentState> {
  return {
    commanderId: change.to,
    commandSince: entry.at,
    offer: null,
    participants: inCommand(state, entry, change),
  };
}

/** The commander's seat in the list is that of a responder: command itself is `commanderId`. */
function inCommand(
  state: IncidentState,
  entry: Entry,
  change: { from: string | null; to: string },
): ParticipantState[] {
  return withParticipant(state.participants, change.to, "responder", entry.at);
}

/** Adds the person, or gives them the role; who had left is back since `at`. */
export function withParticipant(
  participants: readonly ParticipantState[],
  personId: string,
  role: IncidentRole,
  at: string,
): ParticipantState[] {
  const known = participants.find((p) => p.personId === personId);
  if (!known) return [...participants, { personId, role, joinedAt: at, leftAt: null }];
  const back = { ...known, role, leftAt: null, joinedAt: known.leftAt ? at : known.joinedAt };
  return participants.map((p) => (p.personId === personId ? back : p));
}

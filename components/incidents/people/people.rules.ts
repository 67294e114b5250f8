import { isOpen } from "@/lib/incidents/status.rules";
import type { AccessRole } from "@/lib/kernel/actor";
import type { IncidentRole, IncidentStatus } from "@/lib/timeline/events/common";
import type { IncidentState, ParticipantState } from "@/lib/timeline/fold/state";

/** Who was active within so long is here now. */
export const HERE_MS = 3 * 60_000;
const SHOWN = 7;

interface Person {
  id: string;
  name: string;
  accessRole: AccessRole;
  deactivated: boolean;
}

export interface Choice {
  id: string;
  name: string;
  here: boolean;
  role: IncidentRole | null;
}

/**
 * Who can be chosen for something in an incident: those who are here first, then those who take part, then by name.
 * @param ask `words`: parts of a name, in any order; `now`: milliseconds since 1970
 * @returns at most seven, the chosen one among them, and how many more there are
 */
export function peopleToChoose(ask: {
  people: readonly Person[];
  participants: readonly ParticipantState[];
  presence: Readonly<Record<string, number>>;
  without: readonly (string | null)[];
  chosen: string | null;
  words: string;
  now: number;
}): { shown: Choice[]; more: number } {
  const words = ask.words.toLowerCase().split(/\s+/).filter(Boolean);
  const roles = new Map(
    ask.participants.filter(({ leftAt }) => leftAt === null).map(({ personId, role }) => [personId, role]),
  );
  const found = ask.people
    .filter(
      ({ id, accessRole, deactivated }) =>
        !deactivated && accessRole !== "viewer" && !ask.without.includes(id),
    )
    .map(({ id, name }) => ({
      ...{ id, name, role: roles.get(id) ?? null },
      here: isHere(ask.presence[id], ask.now),
    }))
    .filter(({ id, name }) => id === ask.chosen || words.every((word) => name.toLowerCase().includes(word)))
    .toSorted((a, b) => weight(a, ask.chosen) - weight(b, ask.chosen) || a.name.localeCompare(b.name));
  return { shown: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
}

/** Whether somebody who was last active at `activeAt` counts as here. */
export function isHere(activeAt: number | undefined, now: number): boolean {
  return activeAt !== undefined && now - activeAt < HERE_MS;
}

const ROLE_ORDER: readonly IncidentRole[] = ["deputy", "communications_lead", "scribe", "responder"];

/** One person as the room lists them. */
export interface Present {
  personId: string;
  role: IncidentRole;
  /** null while nobody can know: what is shown is not live. */
  here: boolean | null;
  /** For how long they were not active, milliseconds; null when here, never seen or not known. */
  awayMs: number | null;
  /** They have command, had it, or are asked to take it. */
  command: "asked" | "commands" | "had" | null;
}

/**
 * Who takes part: whoever has command or is asked to first, then those with a role, then those who are here.
 * @param ask `presence`: when each was last active; null while the screen is not live. `now`: milliseconds since 1970
 */
export function peopleOf(
  { status, commanderId, participants }: Pick<IncidentState, "status" | "commanderId" | "participants">,
  ask: { presence: Readonly<Record<string, number>> | null; me: string; now: number },
): Present[] {
  const command = commanderId === null ? null : commandOf(status);
  return participants
    .filter(({ leftAt }) => leftAt === null)
    .map(({ personId, role }) => {
      const activeAt = ask.presence?.[personId];
      const here = ask.presence && (personId === ask.me || isHere(activeAt, ask.now));
      const awayMs = here || activeAt === undefined ? null : ask.now - activeAt;
      return { personId, role, here, awayMs, command: personId === commanderId ? command : null };
    })
    .toSorted(
      (a, b) =>
        Number(a.command === null) - Number(b.command === null) ||
        ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
        Number(b.here) - Number(a.here),
    );
}

/** What is said of the one whom `commanderId` names: until it is acknowledged they are only asked. */
export function commandOf(status: IncidentStatus): NonNullable<Present["command"]> {
  if (status === "declared") return "asked";
  return isOpen(status) ? "commands" : "had";
}

/**
 * In which order open steps are offered to those who take part and are here: responders as they joined, then the other
 * roles, and whoever has command last. Who only looks in is offered none that another should have.
 */
export function orderOfOffers(
  participants: readonly ParticipantState[],
  ask: { commanderId: string | null; presence: Readonly<Record<string, number>>; me: string; now: number },
): string[] {
  const place = ({ personId, role, joinedAt }: ParticipantState) => {
    const turn = personId === ask.commanderId ? 9 : 3 - ROLE_ORDER.indexOf(role);
    return `${turn} ${joinedAt} ${personId}`;
  };
  return participants
    .filter(({ leftAt }) => leftAt === null)
    .filter(({ personId }) => personId === ask.me || isHere(ask.presence[personId], ask.now))
    .toSorted((a, b) => place(a).localeCompare(place(b)))
    .map(({ personId }) => personId);
}

function weight(choice: Choice, chosen: string | null): number {
  if (choice.id === chosen) return 0;
  if (choice.here) return 1;
  return choice.role ? 2 : 3;
}

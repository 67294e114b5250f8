import type { AccessRole } from "@/lib/kernel/actor";
import type { IncidentRole, IncidentStatus } from "@/lib/timeline/events/common";
import type { ParticipantState } from "@/lib/timeline/fold/state";

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
  here: boolean;
  /** For how long they were not active, milliseconds; null when here or never seen. */
  awayMs: number | null;
}

/** Who takes part besides the commander: those with a role first, then those who are here. */
export function peopleHere(
  participants: readonly ParticipantState[],
  ask: { commanderId: string | null; presence: Readonly<Record<string, number>>; me: string; now: number },
): Present[] {
  return participants
    .filter(({ personId, leftAt }) => leftAt === null && personId !== ask.commanderId)
    .map(({ personId, role }) => {
      const activeAt = ask.presence[personId];
      const here = personId === ask.me || isHere(activeAt, ask.now);
      return { personId, role, here, awayMs: here || activeAt === undefined ? null : ask.now - activeAt };
    })
    .toSorted(
      (a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || Number(b.here) - Number(a.here),
    );
}

/** Who has command, once it is acknowledged, and whether they are here; none or one. */
export function commanderSeat(
  { status, commanderId }: { status: IncidentStatus; commanderId: string | null },
  ask: { presence: Readonly<Record<string, number>>; me: string; now: number },
): { personId: string; here: boolean }[] {
  if (commanderId === null || status === "declared") return [];
  const here = commanderId === ask.me || isHere(ask.presence[commanderId], ask.now);
  return [{ personId: commanderId, here }];
}

/**
 * In which order open steps are offered to those who are here: responders as they joined, who only looks in yet, then
 * the other roles, and whoever has command last.
 */
export function orderOfOffers(
  participants: readonly ParticipantState[],
  ask: { commanderId: string | null; presence: Readonly<Record<string, number>>; me: string; now: number },
): string[] {
  const seats = new Map(participants.filter(({ leftAt }) => leftAt === null).map((p) => [p.personId, p]));
  const here = Object.keys(ask.presence).filter((id) => id !== ask.me && isHere(ask.presence[id], ask.now));
  const place = (id: string) => {
    const seat = seats.get(id);
    const turn = id === ask.commanderId ? 9 : 3 - ROLE_ORDER.indexOf(seat?.role ?? "responder");
    return `${turn} ${seat?.joinedAt ?? "later"} ${id}`;
  };
  return [ask.me, ...here].toSorted((a, b) => place(a).localeCompare(place(b)));
}

function weight(choice: Choice, chosen: string | null): number {
  if (choice.id === chosen) return 0;
  if (choice.here) return 1;
  return choice.role ? 2 : 3;
}

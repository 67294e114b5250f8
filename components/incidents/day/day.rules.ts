import { attention } from "@/lib/incidents/attention.rules";
import type { IncidentRow } from "@/lib/incidents/row";
import { firstDueAt } from "@/lib/updates/first-due.rules";

/** Whether a person has a part in an incident: then what happens there may change their day. */
export function concerns(row: IncidentRow, me: string): boolean {
  return (
    row.commanderId === me || row.offer?.toId === me || row.participants.some((seat) => seat.personId === me)
  );
}

/** Whose day it is, and whether they may take command of what nobody has. */
export interface Whose {
  id: string;
  mayAcknowledge: boolean;
}

/** What waits for a person's answer about command. */
export type Waiting =
  /** Command is offered to me, since `at` (milliseconds since 1970). */
  | { kind: "offered"; row: IncidentRow; byId: string; at: number }
  /** I am asked to command, and nobody has acknowledged. */
  | { kind: "asked"; row: IncidentRow; at: number }
  /** Nobody has command, and nobody was asked: whoever sees it first. */
  | { kind: "unclaimed"; row: IncidentRow; at: number };

/** Offers and requests to this person, and what nobody has command of: the most severe first, then the oldest. */
export function waitingFor(rows: readonly IncidentRow[], { id: me, mayAcknowledge }: Whose): Waiting[] {
  return rows
    .flatMap((row): Waiting[] => {
      const { commanderId, offer } = row;
      const declaredAt = Date.parse(row.declaredAt);
      if (offer?.toId === me && commanderId)
        return [{ kind: "offered", row, byId: commanderId, at: Date.parse(offer.at) }];
      if (row.status !== "declared") return [];
      if (commanderId === me) return [{ kind: "asked", row, at: declaredAt }];
      return commanderId === null && mayAcknowledge ? [{ kind: "unclaimed", row, at: declaredAt }] : [];
    })
    .toSorted((a, b) => a.row.severity - b.row.severity || a.at - b.at);
}

/** The incident whose update this person owes first: commander, deputy or communications lead, soonest due. */
export function myUrgent(rows: readonly IncidentRow[], me: string): IncidentRow | null {
  const owes = (row: IncidentRow) =>
    row.commanderId === me ||
    row.participants.some(
      (seat) => seat.personId === me && (seat.role === "deputy" || seat.role === "communications_lead"),
    );
  const due = (row: IncidentRow) => firstDueAt(row.cadence) ?? Infinity;
  const mine = rows.filter((row) => owes(row) && row.status !== "declared" && row.cadence.open !== null);
  return mine.toSorted((a, b) => due(a) - due(b) || a.severity - b.severity)[0] ?? null;
}

/** What stands where nothing waits for a person; who takes part in an open incident may find their next step there. */
export function nothingIsYours(open: readonly IncidentRow[], me: string): string {
  const keys = open.filter((row) => concerns(row, me)).map(({ key }) => key);
  if (keys.length === 0) return "No step, no review, no answer is yours.";
  const where = keys.length === 1 ? "its room" : "their rooms";
  return `You take part in ${keys.join(", ")}. No step there is yours yet: what is next for you is in ${where}.`;
}

/** `SEV2, investigating, update overdue`: an incident in a few words. */
export function briefly(row: IncidentRow, now: number): string {
  const { reason } = attention({ ...row, offer: null }, now);
  const clock = { overdue: "update overdue", due_soon: "update due soon" } as const;
  const words = reason && reason.kind in clock ? clock[reason.kind as keyof typeof clock] : null;
  return [`SEV${row.severity}`, row.status, words].filter(Boolean).join(", ");
}

/**
 * How a due day looks from today: `due Wed 19 Nov`, or how late it is.
 * @param days whole days until it is due; negative when late
 */
export function dueWords(days: number, day: string): { words: string; late: boolean } {
  if (days >= 0) return { words: days === 0 ? "due today" : `due ${day}`, late: false };
  return { words: days === -1 ? "1 day late" : `${-days} days late`, late: true };
}

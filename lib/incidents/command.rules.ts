import type { RoleInIncident } from "@/lib/auth/policy.rules";
import { isAtLeast, type AccessRole } from "@/lib/kernel/actor";
import type { Refusal } from "@/lib/kernel/errors";
import type { IncidentStatus } from "@/lib/timeline/events/common";
import { isOpen } from "./status.rules";

/** A responder may take command when the commander was not active for so long. */
export const AWAY_MS = 10 * 60_000;
/** An offer nobody answered for so long shows as such; it can still be accepted. */
export const OFFER_MS = 3 * 60_000;

/** Who may take command unasked, for those who may not now. */
export const WHO_TAKES =
  "A deputy or manager may take it at any time, a responder once the commander was not active for 10 minutes.";

/** How command stands. */
export interface Command {
  status: IncidentStatus;
  commanderId: string | null;
  offeredToId: string | null;
}

/** Whether somebody may be asked to command: only until it is acknowledged. */
export function decideAssign(
  { status, commanderId }: Pick<Command, "status" | "commanderId">,
  toId: string,
): { ok: true } | Refusal {
  if (status !== "declared") return refuse("It was acknowledged already. Command is handed over now.");
  return commanderId === toId ? refuse("They are asked to command already.") : { ok: true };
}

/** Whether "I have command" holds: the first to say so, asked for or not. */
export function decideAcknowledge({ status }: Pick<Command, "status">): { ok: true } | Refusal {
  if (status === "declared") return { ok: true };
  return refuse(isOpen(status) ? "Somebody has command already." : `It is ${status}.`);
}

/** Whether the commander may offer command to somebody. */
export function decideOffer(command: Command, toId: string): { ok: true } | Refusal {
  const { status, commanderId, offeredToId } = command;
  if (status === "declared") return refuse("Acknowledge it first, or ask somebody else to command.");
  if (!isOpen(status)) return refuse(`It is ${status}: there is nothing to hand over.`);
  if (toId === commanderId) return refuse("They have command already.");
  if (offeredToId === toId) return refuse("Command is offered to them already.");
  return offeredToId ? refuse("Command is offered to somebody else. Take that back first.") : { ok: true };
}

/** Whether `personId` may accept or decline, and who hands over. */
export function decideAnswer(
  { commanderId, offeredToId }: Command,
  personId: string,
): { ok: true; from: string } | Refusal {
  if (commanderId && offeredToId === personId) return { ok: true, from: commanderId };
  return refuse("Command is not offered to you: it was taken back or answered.");
}

/** Whether an offer can be taken back, and whose it was. */
export function decideWithdraw({
  commanderId,
  offeredToId,
}: Command): { ok: true; from: string; to: string } | Refusal {
  if (commanderId && offeredToId) return { ok: true, from: commanderId, to: offeredToId };
  return refuse("No offer stands: it was answered already.");
}

/**
 * Whether somebody may take command unasked: a deputy or manager at any time, a responder when the commander has
 * been away for 10 minutes.
 * @param ask `activeAt`: when the commander was last active, null when never; `now`: of the verb
 */
export function decideTake(
  { status, commanderId }: Pick<Command, "status" | "commanderId">,
  ask: {
    personId: string;
    accessRole: AccessRole;
    role: RoleInIncident | null;
    activeAt: number | null;
    now: number;
  },
): { ok: true } | Refusal {
  if (status === "declared") return refuse("Nobody has command yet: acknowledge it.");
  if (!isOpen(status)) return refuse(`It is ${status}: there is nothing to command.`);
  if (commanderId === ask.personId) return refuse("You have command.");
  if (commanderId === null || ask.role === "deputy" || isAtLeast(ask.accessRole, "manager")) {
    return { ok: true };
  }
  const away = ask.activeAt === null || ask.now - ask.activeAt >= AWAY_MS;
  if (away) return { ok: true };
  const message = `The commander was active less than 10 minutes ago and can hand over: mention them in a note. ${WHO_TAKES}`;
  return { ok: false, code: "forbidden", message };
}

function refuse(message: string): Refusal {
  return { ok: false, code: "conflict", message };
}

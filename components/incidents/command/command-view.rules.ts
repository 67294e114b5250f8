import { can, roleOf, type IncidentFacts } from "@/lib/auth/policy.rules";
import { decideTake, OFFER_MS, WHO_TAKES } from "@/lib/incidents/command.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import type { PersonActor } from "@/lib/kernel/actor";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** How command looks to one person, and the one thing they can do about it. */
export type CommandView =
  /** Nobody has acknowledged: `askedId` was asked, or nobody. */
  | { kind: "unclaimed"; askedId: string | null; mayAcknowledge: boolean; mayAsk: boolean }
  | { kind: "mine" }
  /** I offered it. */
  | { kind: "offered"; toId: string; at: number }
  | { kind: "offered_to_me"; fromId: string; at: number }
  /** Somebody else's; an offer of theirs to a third one takes nobody's right to take it. */
  | { kind: "theirs"; offer: { toId: string; at: number } | null; mayTake: boolean; whyNot: string | null }
  | { kind: "over" };

type Known = Pick<IncidentState, "status" | "commanderId" | "offer">;

/**
 * How command looks to `me`.
 * @param commanderActiveAt when the commander was last seen, milliseconds since 1970; null when never
 * @param now milliseconds since 1970
 */
export function commandView(
  state: Known,
  ask: { me: PersonActor; facts: IncidentFacts; commanderActiveAt: number | null; now: number },
): CommandView {
  const { me, facts } = ask;
  if (!isOpen(state.status)) return { kind: "over" };
  if (state.status === "declared") {
    const mayAcknowledge = can(me, "command.acknowledge", facts);
    return {
      kind: "unclaimed",
      askedId: state.commanderId,
      mayAcknowledge,
      mayAsk: can(me, "command.assign", facts),
    };
  }
  const offer = state.offer && { toId: state.offer.toId, at: Date.parse(state.offer.at) };
  if (state.commanderId === me.id) return offer ? { kind: "offered", ...offer } : { kind: "mine" };
  if (offer?.toId === me.id && state.commanderId)
    return { kind: "offered_to_me", fromId: state.commanderId, at: offer.at };
  const answer = takeAnswer(state, ask);
  return { kind: "theirs", offer, mayTake: answer.ok, whyNot: answer.ok ? null : answer.message };
}

/** Whether `me` may take command, as the rule says; viewers may not. */
export function takeAnswer(
  state: Known,
  {
    me,
    facts,
    commanderActiveAt,
    now,
  }: { me: PersonActor; facts: IncidentFacts; commanderActiveAt: number | null; now: number },
): { ok: true } | { ok: false; message: string } {
  if (!can(me, "command.take", facts))
    return { ok: false, message: `Viewers do not take command. ${WHO_TAKES}` };
  return decideTake(state, {
    personId: me.id,
    accessRole: me.accessRole,
    role: roleOf(me, facts),
    activeAt: commanderActiveAt,
    now,
  });
}

/** When the commander was last seen: active in the room, or when they got command. */
export function lastSeen(
  { commanderId, commandSince }: Pick<IncidentState, "commanderId" | "commandSince">,
  presence: Readonly<Record<string, number>>,
): number | null {
  if (!commanderId) return null;
  const times = [presence[commanderId], commandSince && Date.parse(commandSince)];
  const known = times.filter((time): time is number => typeof time === "number");
  return known.length === 0 ? null : Math.max(...known);
}

/** The offer that waits for the answer of somebody else than `me`. */
export function offerIn(view: CommandView): { toId: string; at: number } | null {
  if (view.kind === "offered") return view;
  return view.kind === "theirs" ? view.offer : null;
}

/** What the key of command does for this person, in the palette. */
export function commandLabel({ status, commanderId, offer }: Known, me: string): string {
  if (status === "declared") return "Ask somebody to command";
  if (commanderId === me) return "Hand over command";
  return offer?.toId === me ? "Answer the offer of command" : "Take command";
}

/** `1:12 of 3:00`, or `no answer for 4 min` once the three minutes are over. */
export function offerWords(at: number, now: number): string {
  const waited = Math.max(0, now - at);
  if (waited >= OFFER_MS) return `no answer for ${Math.floor(waited / 60_000)} min`;
  return `${clock(waited)} of ${clock(OFFER_MS)}`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

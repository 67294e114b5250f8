"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { useLastActive } from "@/components/live/last-active";
import { factsOf, type IncidentView } from "../incident-view";
import { commandView, lastSeen, type CommandView } from "./command-view.rules";

/** How command looks to this person now; ticks while an offer stands or the commander may be away. */
export function useCommandView(room: IncidentView): CommandView & { now: number } {
  const { state, me } = room;
  const lastActive = useLastActive();
  const now = useServerNow({ step: state.offer ? 1_000 : 10_000 });
  const commanderActiveAt = lastSeen(state, lastActive);
  return { ...commandView(state, { me, facts: factsOf(state), commanderActiveAt, now }), now };
}

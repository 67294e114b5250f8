"use client";

import { ClockBand } from "@/components/clock/clock-band";
import { useNotLiveSince } from "@/components/offline/use-not-live-since";
import { clockSlotOf } from "@/components/incidents/clock-slot";
import { factsOf } from "@/components/incidents/incident-view";
import { can } from "@/lib/auth/policy.rules";
import { formatTime } from "@/lib/kernel/clock-times";
import { formatDuration } from "@/lib/kernel/durations";
import { openingWords } from "./opening.rules";
import type { RoomView } from "./use-room-view";

interface RoomClockProps {
  room: RoomView;
  onSnooze: () => void;
  /** Stands in place of the buttons. */
  aside?: React.ReactNode;
  /** What is ready, in place of how often it posts. */
  detail?: string;
}

/** The clock of the incident: the next update, when it is due, and who writes it. */
export function RoomClock({ room, onSnooze, aside, detail }: RoomClockProps) {
  const { state, entries, names, me } = room;
  const slot = clockSlotOf(state.cadence);
  const facts = factsOf(state);
  const snooze = entries.find((entry) => entry.kind === "update.snoozed");
  const snoozed =
    slot?.snoozed && snooze?.kind === "update.snoozed"
      ? {
          by: snooze.actor.id === me.id ? "you" : names.person(snooze.actor.id ?? ""),
          reason: snooze.texts[snooze.data.reason.textId] ?? "[redacted]",
        }
      : slot?.snoozed;
  return (
    <ClockBand
      slot={slot && { ...slot, snoozed }}
      opening={openingWords(state)}
      stopped={stoppedWords(room)}
      notLiveSince={useNotLiveSince()}
      write={slot && can(me, "update.post", facts) ? { href: `/incidents/${state.key}/update` } : undefined}
      onSnooze={can(me, "update.snooze", facts) ? onSnooze : undefined}
      aside={aside}
      detail={detail}
    />
  );
}

function stoppedWords({ state, timeZone }: RoomView): { title: string; detail?: string } {
  const last = state.updates.at(-1);
  if (state.status === "cancelled") return { title: "Cancelled", detail: "No update is due" };
  const resolvedAt = state.resolvedAt && Date.parse(state.resolvedAt);
  const detail = resolvedAt
    ? `Resolved after ${formatDuration(resolvedAt - Date.parse(state.startedAt ?? state.declaredAt))}`
    : undefined;
  if (!last?.final) return { title: "No update is due", detail };
  return { title: `Final update posted ${formatTime(Date.parse(last.postedAt), timeZone)}`, detail };
}

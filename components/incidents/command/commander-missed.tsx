"use client";

import { useLastActive } from "@/components/live/last-active";
import { useNotLiveSince } from "@/components/offline/use-not-live-since";
import { Banner } from "@/components/ui/banner";
import { WHO_TAKES } from "@/lib/incidents/command.rules";
import { formatDuration } from "@/lib/kernel/durations";
import type { IncidentView } from "../incident-view";
import { missedFor } from "./away.rules";
import { CommandAction } from "./command-cell";
import { useCommandView } from "./use-command-view";

interface CommanderMissedProps {
  room: IncidentView;
  onHandOver: () => void;
}

/** Who has command is not here: others go on only if they know that nobody leads, and who may. */
export function CommanderMissed({ room, onHandOver }: CommanderMissedProps) {
  const { state, names } = room;
  const view = useCommandView(room);
  const missed = missedFor(state, useLastActive(), view.now);
  const isLive = useNotLiveSince() === null;
  if (view.kind !== "theirs" || view.offer || missed === null || !isLive) return null;
  return (
    <Banner
      tone="warn"
      className="mb-2"
      title={`${names.person(state.commanderId ?? "")} has command and was not active for ${formatDuration(missed)}.`}
      action={
        view.mayTake && (
          // Elsewhere it stands in the header.
          <span className="sm:hidden">
            <CommandAction room={room} view={view} onHandOver={onHandOver} />
          </span>
        )
      }
    >
      {view.mayTake ? "You may take it." : WHO_TAKES}
    </Banner>
  );
}

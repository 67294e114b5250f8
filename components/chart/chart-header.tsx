"use client";

import { DrillTag } from "@/components/incident-parts/drill-tag";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { useLiveState } from "@/components/live/use-live";
import type { RoomView } from "@/components/room/use-room-view";
import { LiveDot } from "@/components/shell/live-dot";
import { ButtonLink } from "@/components/ui/button";

/** Where one is, and the way back to the room. */
export function ChartHeader({ room: { state }, title }: { room: RoomView; title: string }) {
  const { state: live } = useLiveState();
  const back = `/incidents/${state.key}`;
  return (
    <header className="bg-canvas phone:h-13 phone:px-3 flex h-11 flex-none items-center gap-2.5 px-4">
      <ButtonLink
        href={back}
        variant="quiet"
        icon="chevron-left"
        aria-label="Back to the room"
        className="-ml-2 size-11 p-0 sm:hidden"
      />
      <SeverityBadge severity={state.severity} />
      {state.kind === "drill" && <DrillTag />}
      <span className="text-ink-2 whitespace-nowrap tabular-nums">{state.key}</span>
      <h1 className="min-w-0 truncate text-[15px]/5 tracking-[-.012em]">
        <span className="sr-only">{title}, </span>
        {state.title.value ?? "[redacted]"}
      </h1>
      <div className="ml-auto flex flex-none items-center gap-3">
        <LiveDot state={live} />
        <ButtonLink href={back} variant="quiet" kbd="Escape" className="phone:hidden">
          Back to the room
        </ButtonLink>
      </div>
    </header>
  );
}

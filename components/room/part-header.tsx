"use client";

import { DrillTag } from "@/components/incident-parts/drill-tag";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { useLiveState } from "@/components/live/use-live";
import { LiveDot } from "@/components/shell/live-dot";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { RoomView } from "./use-room-view";

interface PartHeaderProps {
  room: RoomView;
  /** What this page is of the incident: "Update 4", "First triage flow". */
  part: string;
  /** The page is written in and left again: on a phone it is called by its part, with a cross to leave it. */
  isTask?: boolean;
}

/** Above a page that is a part of an incident: where one is, and the way back to the room. */
export function PartHeader({ room: { state }, part, isTask = false }: PartHeaderProps) {
  const { state: live } = useLiveState();
  const back = `/incidents/${state.key}`;
  return (
    <header className="bg-canvas phone:h-13 phone:px-3 flex h-11 flex-none items-center gap-2.5 px-4">
      <ButtonLink
        href={back}
        variant="quiet"
        icon={isTask ? "cross" : "chevron-left"}
        aria-label="Back to the room"
        className="-ml-2 size-11 p-0 sm:hidden"
      />
      {isTask && <span className="text-xl/6 font-semibold tracking-[-.012em] sm:hidden">{part}</span>}
      <SeverityBadge severity={state.severity} />
      {state.kind === "drill" && <DrillTag />}
      <span className="text-ink-2 whitespace-nowrap tabular-nums">{state.key}</span>
      <h1 className={cn("min-w-0 truncate text-[15px]/5 tracking-[-.012em]", isTask && "phone:sr-only")}>
        {!isTask && <span className="sr-only">{part}, </span>}
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

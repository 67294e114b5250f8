"use client";

import { cn } from "@/components/ui/cn";
import { clockState, clockTone, clockWords, type ClockSlot } from "./clock.rules";
import { MiniRail } from "./mini-rail";
import { useServerNow } from "./use-server-now";

/** The clock of an incident in a list: a small rail and `02:41 soon`. */
export function ClockCell({ slot }: { slot: ClockSlot | null }) {
  const now = useServerNow();
  if (!slot) return <span className="meta">no clock</span>;
  const state = clockState(slot, now);
  const tone = clockTone(state);
  return (
    <span className="grid grid-cols-[76px_auto] items-center justify-start gap-x-2.5">
      {state === "snoozed" ? <span /> : <MiniRail slot={slot} now={now} tone={tone} />}
      <span
        className={cn(
          "whitespace-nowrap tabular-nums",
          state === "snoozed" ? "font-medium" : "font-bold",
          tone === "late" &&
            "forced-fill bg-overdue text-on-overdue -ml-1.25 justify-self-start rounded-xs px-1.25 py-px",
        )}
      >
        {clockWords(slot, now)}
      </span>
    </span>
  );
}

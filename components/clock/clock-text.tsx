"use client";

import { cn } from "@/components/ui/cn";
import { clockState, clockTone, dueWords, type ClockSlot } from "./clock.rules";
import { useServerNow } from "./use-server-now";

const TONES = { calm: "text-ink", soon: "text-warn", late: "text-bad" } as const;

/** The clock as text alone, for narrow lists: `update +06:40 late`. */
export function ClockText({ slot }: { slot: ClockSlot | null }) {
  const now = useServerNow();
  if (!slot) return <span className="meta">no clock</span>;
  const tone = clockTone(clockState(slot, now));
  return (
    <span className={cn("font-semibold whitespace-nowrap tabular-nums", TONES[tone])}>
      {dueWords(slot, now)}
    </span>
  );
}

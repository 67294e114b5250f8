"use client";

import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { formatDate, formatExact, formatTime, formatTimeWithZone, isSameDay } from "@/lib/kernel/clock-times";
import { formatAgo } from "@/lib/kernel/durations";

interface TimeProps {
  /** Milliseconds since 1970. */
  at: number;
  /** `03:12` (with the date on another day), `3 min ago`, both, or `14 Nov 2025`. */
  show?: "clock" | "relative" | "both" | "date";
  /** Names the zone; once a screen is enough. */
  withZone?: boolean;
  className?: string;
}

/** A moment in the reader's zone. Pointing at it gives the exact time with the zone. */
export function Time({ at, show = "clock", withZone = false, className }: TimeProps) {
  const zone = useTimeZone();
  const now = useServerNow({ step: 10_000 });
  const time = withZone ? formatTimeWithZone(at, zone) : formatTime(at, zone);
  const clock = isSameDay(at, now, zone) ? time : `${formatDate(at, zone)}, ${time}`;
  const texts = {
    clock,
    relative: formatAgo(at, now),
    both: `${clock}, ${formatAgo(at, now)}`,
    date: formatDate(at, zone),
  };
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatExact(at, zone)}
      className={className ?? "tabular-nums"}
    >
      {texts[show]}
    </time>
  );
}

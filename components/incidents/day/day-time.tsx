"use client";

import { useServerNow, useTimeZone } from "@/components/clock/use-server-now";
import { formatDay, formatTime, formatTimeWithZone } from "@/lib/kernel/clock-times";

/** The day and the time, in UTC and where this person is: `Fri 14 Nov, 03:09 UTC, 04:09 in Stockholm`. */
export function DayTime() {
  const now = useServerNow({ step: 1_000 });
  const timeZone = useTimeZone();
  const there = timeZone.split("/").at(-1)?.replaceAll("_", " ");
  return (
    <span className="meta hidden whitespace-nowrap tabular-nums md:inline">
      {formatDay(now, timeZone)}, {formatTimeWithZone(now, "UTC")}
      {timeZone !== "UTC" && `, ${formatTime(now, timeZone)} in ${there}`}
    </span>
  );
}

"use client";

import { useTimeZone } from "@/components/clock/use-server-now";
import { live } from "@/components/live/live";
import { useLiveState } from "@/components/live/use-live";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatTimeWithSeconds } from "@/lib/kernel/clock-times";

/** Says that what is shown is not the present, and since when. */
export function NotLive() {
  const { state, since } = useLiveState();
  const zone = useTimeZone();
  if (state !== "reconnecting") return null;
  return (
    <Banner
      tone="warn"
      className="m-2"
      title={`Not live since ${formatTimeWithSeconds(since, zone)}.`}
      action={
        <Button size="sm" onClick={() => live.retry()}>
          Try now
        </Button>
      }
    >
      What others do is not shown. The clock runs on this device.
    </Banner>
  );
}

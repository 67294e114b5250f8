"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { formatElapsed } from "@/lib/kernel/durations";

interface ElapsedProps {
  /** Milliseconds since 1970. */
  since: number;
  /** When it ended; without one it runs on. */
  until?: number | null;
  className?: string;
}

/** How long an incident has been going, to the second: `1:03:19`. */
export function Elapsed({ since, until, className }: ElapsedProps) {
  const now = useServerNow();
  return <span className={className ?? "tabular-nums"}>{formatElapsed((until ?? now) - since)}</span>;
}

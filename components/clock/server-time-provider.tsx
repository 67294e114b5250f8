"use client";

import { useEffect, useMemo, type ReactNode } from "react";
import { isKeptPage, rememberedServerTime } from "@/components/offline/kept-page";
import { FirstTimeContext, setServerTime } from "./use-server-now";

interface ServerTimeProviderProps {
  /** Server time when the page was made, milliseconds since 1970. */
  at: number;
  /** The zone in which the person reads times. */
  timeZone: string;
  children: ReactNode;
}

/**
 * Gives every clock below it the server's time and the person's zone. It lags by the length of the answer's
 * journey until the stream's first message calls `setServerTime` again.
 */
export function ServerTimeProvider({ at, timeZone, children }: ServerTimeProviderProps) {
  // A page that was kept tells the time at which it was made: this device knows better.
  useEffect(() => setServerTime(isKeptPage() ? rememberedServerTime() : at), [at]);
  return (
    <FirstTimeContext value={useMemo(() => ({ at, timeZone }), [at, timeZone])}>{children}</FirstTimeContext>
  );
}

"use client";

import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { onTick, tickedNow } from "./server-time";

export { serverNow, setServerTime } from "./server-time";

interface FirstTime {
  /** Server time when the page was made, so that server and browser render the same first picture. */
  at: number;
  timeZone: string;
}

export const FirstTimeContext = createContext<FirstTime>({ at: 0, timeZone: "UTC" });

interface Options {
  /** How coarse, in milliseconds: a component that shows minutes need not render every second. */
  step?: number;
  /** Goes on while the window is hidden; only for what can be seen then, such as the page title. */
  whenHidden?: boolean;
}

/**
 * The server's time, ticking.
 * @returns milliseconds since 1970, rounded down to `step` (a second unless said otherwise)
 */
export function useServerNow({ step = 1_000, whenHidden = false }: Options = {}): number {
  const first = useContext(FirstTimeContext);
  const subscribe = useCallback((listener: () => void) => onTick(listener, whenHidden), [whenHidden]);
  return useSyncExternalStore(
    subscribe,
    () => roundDown(tickedNow(), step),
    () => roundDown(first.at, step),
  );
}

/** The zone in which this person reads times. */
export function useTimeZone(): string {
  return useContext(FirstTimeContext).timeZone;
}

function roundDown(ms: number, step: number): number {
  return Math.floor(ms / step) * step;
}

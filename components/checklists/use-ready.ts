"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { atHandNow, notReadyFor, type AtHand } from "./ready.rules";

export interface Ready {
  /** Whether a press is taken now; one that comes too soon was meant for what stood there before. */
  isReady: () => boolean;
  /** It is not yet, for those who look or listen. */
  isBusy: boolean;
}

/**
 * Keeps the second press of a double tap from what has just come in the place of what the first one was for.
 * @param press names what a press acts on, and what it does
 * @param byHand this person has put it there themselves
 */
export function useReady(press: string, byHand: boolean): Ready {
  const atHand = useRef<AtHand | null>(null);
  const [shown, setShown] = useState({ press, isBusy: false });
  // Also when it comes back at once, as with an undo: each time it is new at its place.
  if (shown.press !== press) setShown({ press, isBusy: !byHand });
  useLayoutEffect(() => {
    atHand.current = atHandNow(atHand.current, press, { byHand, at: performance.now() });
  }, [press, byHand]);
  useEffect(() => {
    if (!shown.isBusy || !atHand.current) return;
    const left = Math.ceil(notReadyFor(atHand.current, performance.now()));
    const timer = setTimeout(() => setShown({ ...shown, isBusy: false }), left);
    return () => clearTimeout(timer);
  }, [shown]);
  // By the clock and not by the timer: a late timer must not swallow a press that is meant.
  const isReady = useCallback(
    () => atHand.current === null || notReadyFor(atHand.current, performance.now()) === 0,
    [],
  );
  return { isReady, isBusy: shown.isBusy };
}

"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { atHandNow, notReadyFor, type AtHand } from "./ready.rules";

/** What the browser tells of a press, in React's words or its own: when it was made, by `performance.now()`. */
export type Press = Pick<Event, "timeStamp">;

export interface Ready {
  /** Whether a press is taken; one that came too soon was meant for what stood there before. */
  isReady: (press: Press) => boolean;
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
  // By when it was pressed: on a busy machine the second press of a double tap is heard long after, and a timer is late.
  const isReady = useCallback(
    (pressed: Press) => atHand.current === null || notReadyFor(atHand.current, pressed.timeStamp) === 0,
    [],
  );
  return { isReady, isBusy: shown.isBusy };
}

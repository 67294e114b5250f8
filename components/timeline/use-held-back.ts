"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Nothing jumps: while the top of the list is out of sight, what is newer than it was then is held back.
 * @param newest the number of the newest entry there is
 */
export function useHeldBack(newest: number) {
  const [heldAt, setHeldAt] = useState<number | null>(null);
  const latest = useRef(newest);
  const top = useRef<HTMLElement | null>(null);
  useEffect(() => {
    latest.current = newest;
  }, [newest]);
  const topRef = useCallback((element: HTMLElement | null) => {
    top.current = element;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) =>
      setHeldAt(entry?.isIntersecting ? null : latest.current),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  function release() {
    // In the middle, so that nothing that sticks to the edge of a phone covers it.
    top.current?.scrollIntoView({ block: "center" });
    setHeldAt(null);
  }
  return {
    /** Goes on an element above the first entry. */
    topRef,
    /** Entries up to this number are shown; null: all. */
    heldAt,
    release,
  };
}

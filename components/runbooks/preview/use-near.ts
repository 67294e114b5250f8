"use client";

import { useCallback, useState } from "react";

/** Documents of fewer lines are drawn at once. */
export const SHORT = 600;

/** How far from what is in view a part of a pane is drawn, in pixels. */
const AHEAD = 1_500;

/**
 * Whether a part of a pane has come near to what is in view; it stays drawn from then on. A document of thousands of
 * lines is drawn as it is scrolled through.
 * @param always drawn from the beginning, as all parts of a short document are
 */
export function useNear(always: boolean): [isNear: boolean, watch: (element: HTMLElement | null) => void] {
  const [near, setNear] = useState(always);
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element || near) return;
      const pane = element.closest<HTMLElement>("[data-pane]");
      // On a phone the page scrolls and not the pane.
      const root = pane && pane.scrollHeight > pane.clientHeight ? pane : null;
      const observer = new IntersectionObserver(
        (seen) => {
          if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
        },
        { root, rootMargin: `${AHEAD}px` },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
    [near],
  );
  return [near || always, watch];
}

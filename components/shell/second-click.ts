"use client";

import { useEffect } from "react";

const PRESSED = "a, button, input, label, select, summary, textarea, [role]";

/**
 * Keeps the second click of a double one from what has come in the place of what the first one was for: the link below
 * a dialog that closed, the next dialog's button.
 */
export function useSecondClicks(): void {
  useEffect(() => {
    let first: Element | null = null;
    const hear = (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target.closest(PRESSED) : null;
      if (event.detail === 1) first = pressed;
      if (event.detail > 1 && pressed !== first) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    addEventListener("click", hear, { capture: true });
    return () => removeEventListener("click", hear, { capture: true });
  }, []);
}

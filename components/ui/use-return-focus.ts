"use client";

import { useRef } from "react";
import { pageBegin } from "./pass-focus";

/**
 * Handlers for a Radix dialog that has no trigger of its own: the focus goes back to where it was. Where that went with
 * what the dialog did, it goes to where the page begins, never to nothing.
 */
export function useReturnFocus() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const back = before.current?.isConnected ? before.current : pageBegin();
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    },
  };
}

"use client";

import { useRef, type FocusEvent } from "react";
import { pageBegin } from "./pass-focus";

/**
 * Handlers for a Radix dialog that has no trigger of its own: the focus goes back to where it was. Where that went with
 * what the dialog did, it goes to where the page begins, never to nothing.
 */
export function useReturnFocus() {
  const before = useRef<EventTarget | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current ??= document.activeElement;
    },
    // A field that takes the focus by itself does so before Radix looks: it tells where the focus came from.
    onFocus: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) before.current ??= relatedTarget;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const from = before.current;
      before.current = null;
      const back =
        from instanceof HTMLElement && from.isConnected && from !== document.body ? from : pageBegin();
      back?.focus({ preventScroll: true });
    },
  };
}

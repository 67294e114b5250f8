"use client";

import { useSyncExternalStore } from "react";

/**
 * False until scripts run: a form that is sent before would send a password the browser's own way, and what is typed into a
 * field that a page holds would be gone.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never(): () => void {
  return () => {};
}

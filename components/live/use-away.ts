"use client";

import { reach } from "@/components/api/reach";
import { useStore } from "@/components/ui/store";

/** What a button says that cannot work without the console. */
export const WAITS = "Waits for the connection: nothing is sent yet.";

/** Why something that needs the console cannot be done yet, for its button; undefined while the console is there. */
export function useWaits(): string | undefined {
  return useAway() ? WAITS : undefined;
}

/** Whether the console cannot be reached: the last request found none. */
export function useAway(): boolean {
  return useStore(reach).away;
}

"use client";

import { reach } from "@/components/api/reach";
import { useStore } from "@/components/ui/store";
import { useLiveState } from "./use-live";

/** What a button says that cannot work without the console. */
export const WAITS = "Waits for the connection: nothing is sent yet.";

/** Why something that needs the console cannot be done yet, for its button; undefined while the console is there. */
export function useWaits(): string | undefined {
  return useAway() ? WAITS : undefined;
}

/** Whether the console cannot be reached at all: neither the stream nor a request gets through. */
export function useAway(): boolean {
  const { away } = useStore(reach);
  return useLiveState().state !== "live" && away;
}

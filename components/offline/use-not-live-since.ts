"use client";

import { toServerTime } from "@/components/clock/server-time";
import { useLiveState } from "@/components/live/use-live";
import { useStore } from "@/components/ui/store";
import { restoredAt } from "./kept-page";

/** Since when what is shown is not the present: server time, milliseconds since 1970; null while it is. */
export function useNotLiveSince(): number | null {
  const { state, since } = useLiveState();
  const restored = useStore(restoredAt);
  return state === "reconnecting" ? (restored ?? toServerTime(since)) : null;
}

"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { live } from "./live";
import type { LiveMessage, LiveState } from "./protocol";

const before = { state: "connecting", since: 0 } as const;

/** Whether this screen is live, and since when (epoch milliseconds of this device). */
export function useLiveState(): { state: LiveState; since: number } {
  return useSyncExternalStore(
    onState,
    () => live.state,
    () => before,
  );
}

function onState(changed: () => void): () => void {
  return live.subscribe((message) => message.type === "state" && changed());
}

/** Hears everything the stream says for as long as the component is there. */
export function useLiveMessages(hear: (message: LiveMessage) => void): void {
  const latest = useEffectEvent(hear);
  useEffect(() => live.subscribe((message) => latest(message)), []);
}

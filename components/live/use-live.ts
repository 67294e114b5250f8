"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { reach } from "@/components/api/reach";
import { useStore } from "@/components/ui/store";
import { live } from "./live";
import type { LiveMessage, LiveState } from "./protocol";

const before = { state: "connecting", since: 0 } as const;

/**
 * Whether this screen is live, and since when (epoch milliseconds of this device). A line that goes dead says nothing on
 * the stream until its next sign is missing: a request that finds no console tells it first.
 */
export function useLiveState(): { state: LiveState; since: number } {
  const stream = useSyncExternalStore(
    onState,
    () => live.state,
    () => before,
  );
  const { away, since } = useStore(reach);
  return away && stream.state === "live" ? { state: "reconnecting", since } : stream;
}

function onState(changed: () => void): () => void {
  return live.subscribe((message) => message.type === "state" && changed());
}

/** Hears everything the stream says for as long as the component is there. */
export function useLiveMessages(hear: (message: LiveMessage) => void): void {
  const latest = useEffectEvent(hear);
  useEffect(() => live.subscribe((message) => latest(message)), []);
}

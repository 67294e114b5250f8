"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announce";
import { clockMessage, type ClockSlot } from "./clock.rules";

/** Tells screen readers when the clock reaches 3:00, due, +5 and +10; nothing else, so that it never nags. */
export function ClockVoice({ slot, now }: { slot: ClockSlot; now: number }) {
  const before = useRef(now);
  useEffect(() => {
    const message = clockMessage(slot, before.current, now);
    before.current = now;
    if (message) announce(message);
  }, [slot, now]);
  return null;
}

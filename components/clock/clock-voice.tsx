"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announce";
import { soundTone } from "@/components/ui/tone";
import { clockMessage, type ClockSlot } from "./clock.rules";

interface ClockVoiceProps {
  slot: ClockSlot;
  now: number;
  /** Who may write the update hears a tone, too, if they want any. */
  sounds: boolean;
}

/** Tells screen readers when the clock reaches 3:00, due, +5 and +10; nothing else, so that it never nags. */
export function ClockVoice({ slot, now, sounds }: ClockVoiceProps) {
  const before = useRef(now);
  useEffect(() => {
    const message = clockMessage(slot, before.current, now);
    before.current = now;
    if (!message) return;
    announce(message);
    if (sounds) soundTone();
  }, [slot, now, sounds]);
  return null;
}

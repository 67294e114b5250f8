"use client";

import { useEffect } from "react";
import { apiWrite } from "@/components/api/fetch";
import type { RoomView } from "./use-room-view";

const EVERY_MS = 60_000;

/** Tells the room that this person is here, once a minute while they look at it and use it. */
export function usePresence({ state, mayAct }: Pick<RoomView, "state" | "mayAct">): void {
  const { key } = state;
  useEffect(() => {
    if (!mayAct) return;
    let used = true;
    const tell = () => {
      if (!used || document.hidden) return;
      used = false;
      // Not on the record: a missed one is made good by the next.
      void apiWrite("POST", `/incidents/${key}/presence`).catch(() => undefined);
    };
    const note = () => (used = true);
    // Whoever comes back to the window looks at it.
    const back = () => {
      if (document.hidden) return;
      used = true;
      tell();
    };
    tell();
    const timer = setInterval(tell, EVERY_MS);
    addEventListener("pointerdown", note);
    addEventListener("keydown", note);
    document.addEventListener("visibilitychange", back);
    return () => {
      clearInterval(timer);
      removeEventListener("pointerdown", note);
      removeEventListener("keydown", note);
      document.removeEventListener("visibilitychange", back);
    };
  }, [key, mayAct]);
}

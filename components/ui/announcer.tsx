"use client";

import { announcement } from "./announce";
import { useStore } from "./store";

/** The silent corner that speaks; mounted once, by the shell. */
export function Announcer() {
  return (
    <p className="sr-only" aria-live="polite">
      {useStore(announcement)}
    </p>
  );
}

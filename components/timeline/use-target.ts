"use client";

import { useEffect, useSyncExternalStore } from "react";
import { anchorOf, seqInHash } from "./view.rules";

/** The entry that the address leads to, `#entry-58`, or null. */
export function useTargetSeq(): number | null {
  return seqInHash(
    useSyncExternalStore(
      subscribe,
      () => window.location.hash,
      () => "",
    ),
  );
}

/** Brings an entry into view, once it is there. */
export function useScrollTo(seq: number | null, isThere: boolean): void {
  useEffect(() => {
    if (seq !== null && isThere) document.getElementById(anchorOf(seq))?.scrollIntoView({ block: "center" });
  }, [seq, isThere]);
}

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

"use client";

import { useEffect, useRef } from "react";

/**
 * The way back through pages: from which page each one was reached, as far as this visit knows.
 * @param after where this page begins; null for the first
 * @returns asks where the page before begins; null: at the first
 */
export function useNewer(after: string | null): () => string | null {
  const cameFrom = useRef(new Map<string, string | null>());
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (after !== null && !cameFrom.current.has(after)) cameFrom.current.set(after, last.current);
    last.current = after;
  }, [after]);
  return () => (after === null ? null : (cameFrom.current.get(after) ?? null));
}

"use client";

import { useEffect, useState } from "react";
import { createStore, useStore } from "@/components/ui/store";

const NAME = "qd-folds";
/** Of so many sections this browser remembers whether they are open. */
const AT_MOST = 400;

/** What was opened and folded by hand: the newest last. */
const folds = createStore<Readonly<Record<string, boolean>>>({});

/** Reads what this browser remembers; once, after the first paint, as the server does not know it. */
export function useRememberedFolds(): void {
  useEffect(() => folds.set((now) => ({ ...remembered(), ...now })), []);
}

/**
 * Whether a section, or the group of a runbook, is open. What was done by hand is remembered in this browser; the step
 * that keys act on is never brought into a folded one: that opens until somebody folds it again.
 * @param of `selectedId`: that step, where it is inside; `byDefault`: open while nobody has said
 */
export function useFold(id: string, of: { selectedId: string | null; byDefault: boolean }) {
  const [foldedAt, setFoldedAt] = useState<string | null>(null);
  const chosen = useStore(folds, (all) => all[id]);
  const mustShow = of.selectedId !== null && of.selectedId !== foldedAt;
  const open = mustShow || (chosen ?? of.byDefault);
  function toggle() {
    remember(id, !open);
    setFoldedAt(open ? of.selectedId : null);
  }
  return { open, toggle };
}

function remember(id: string, open: boolean): void {
  folds.set(({ [id]: _, ...others }) =>
    Object.fromEntries([...Object.entries(others), [id, open] as const].slice(-AT_MOST)),
  );
  try {
    localStorage.setItem(NAME, JSON.stringify(folds.get()));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

function remembered(): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "{}") as Record<string, boolean>;
  } catch {
    return {};
  }
}

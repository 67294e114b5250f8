"use client";

import { useEffect } from "react";
import { untilLoaded } from "@/components/ui/later";
import { createStore, useStore } from "@/components/ui/store";
import type { ParsedStep } from "@/lib/runbooks/parse/types";

/** What the words of a step that was written in the room hold: code, commands, what these may destroy. */
export type ReadWritten = (text: string) => ParsedStep;

const rules = createStore<{ read: ReadWritten } | null>(null);

/** Fetches the rules, which know all commands. */
export async function fetchWrittenSteps(): Promise<void> {
  const { writtenStep } = await import("@/lib/runbooks/parse/written-step.rules");
  rules.set((known) => known ?? { read: writtenStep });
}

/**
 * Reads steps that were written in the room.
 * @param isNeeded there are some: the rules are fetched
 * @returns null until they are there; the words stand as they are then
 */
export function useWrittenSteps(isNeeded: boolean): ReadWritten | null {
  const known = useStore(rules);
  useEffect(() => {
    if (isNeeded) void untilLoaded(fetchWrittenSteps);
  }, [isNeeded]);
  return known?.read ?? null;
}

"use client";

import { useMemo } from "react";
import { createStore, useStore } from "@/components/ui/store";
import type { Entry } from "@/lib/timeline/events";
import type { KeptAct } from "./kept-act";

interface Kept {
  /** This person's acts that the console does not have, oldest first. */
  acts: readonly KeptAct[];
  /** How many acts of others wait in this browser for them to sign in. */
  ofOthers: number;
  /** The session ended, or is somebody else's by now: nothing goes out before this person has signed in again. */
  signedOut: boolean;
  /** They were tried last without coming through. */
  failing: boolean;
}

/** What the keeper holds, for screens. */
export const kept = createStore<Kept>({ acts: [], ofOthers: 0, signedOut: false, failing: false });

type Sent = (incidentId: string, entries: readonly Entry[]) => void;
const listeners = new Set<Sent>();

/** Hears what kept acts became, so that a room moves on at once. @returns how to stop */
export function onSent(listener: Sent): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellSent: Sent = (incidentId, entries) =>
  listeners.forEach((listener) => listener(incidentId, entries));

/** What is kept of one incident. */
export function useKept(incidentId: string): readonly KeptAct[] {
  const { acts } = useStore(kept);
  return useMemo(() => acts.filter((act) => act.incidentId === incidentId), [acts, incidentId]);
}

/** What holds up what is kept: its person is to sign in again, or it was tried and did not come through. */
export function useHeldUp(): Pick<Kept, "signedOut" | "failing"> {
  return useStore(kept);
}

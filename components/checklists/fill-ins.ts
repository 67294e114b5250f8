"use client";

import { useCallback, useMemo } from "react";
import { createStore, useStore } from "@/components/ui/store";

type FillIns = Readonly<Record<string, Readonly<Record<string, string>>>>;

const fillIns = createStore<FillIns>({});

/** What this person filled into placeholders: once, used in every step of the incident, kept while the tab is open. */
export function useFillIns(incidentId: string) {
  const all = useStore(fillIns);
  const values = useMemo(() => all[incidentId] ?? {}, [all, incidentId]);
  const fill = useCallback(
    (name: string, value: string) =>
      fillIns.set((before) => ({ ...before, [incidentId]: { ...before[incidentId], [name]: value } })),
    [incidentId],
  );
  return { values, fill };
}

"use client";

import { createStore, useStore } from "@/components/ui/store";
import type { IncidentState, ItemState } from "@/lib/timeline/fold/state";

/** What a person has just done to steps, until the console has said yes or no: item id → the change. */
type Overlay = Readonly<Record<string, Partial<ItemState>>>;

const overlay = createStore<Overlay>({});

export function useOverlay(): Overlay {
  return useStore(overlay);
}

/** Shows a change at once. @returns how to take it away */
export function showAtOnce(itemId: string, change: Partial<ItemState>): () => void {
  overlay.set((before) => ({ ...before, [itemId]: change }));
  return () =>
    overlay.set((before) => {
      // A later change of the same step is not ours to take away.
      if (before[itemId] !== change) return before;
      const { [itemId]: _gone, ...rest } = before;
      return rest;
    });
}

/** The state with the changes that are on their way. */
export function withOverlay(state: IncidentState, changes: Overlay): IncidentState {
  if (Object.keys(changes).length === 0) return state;
  return {
    ...state,
    checklists: state.checklists.map((list) =>
      list.items.some((item) => item.id in changes)
        ? { ...list, items: list.items.map((item) => ({ ...item, ...changes[item.id] })) }
        : list,
    ),
  };
}

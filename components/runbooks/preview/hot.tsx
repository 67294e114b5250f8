"use client";

import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from "react";
import { createStore, type Store } from "@/components/ui/store";
import type { LineRange } from "@/lib/runbooks/parse/types";

/** The piece that is pointed at, in either pane. Outside React, so that pointing renders two lines and not the document. */
const HotContext = createContext<Store<LineRange | null> | null>(null);

export function HotProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => createStore<LineRange | null>(null));
  return <HotContext value={store}>{children}</HotContext>;
}

function useHotStore(): Store<LineRange | null> {
  const store = useContext(HotContext);
  if (!store) throw new Error("There is no HotProvider around this");
  return store;
}

/** Whether what begins on this line belongs to the piece that is pointed at. */
export function useIsHot(line: number): boolean {
  const store = useHotStore();
  const read = () => {
    const hot = store.get();
    return hot !== null && line >= hot.start && line <= hot.end;
  };
  return useSyncExternalStore(store.subscribe, read, () => false);
}

/** Points at a piece, or at none. */
export function usePoint(): (lines: LineRange | null) => void {
  const store = useHotStore();
  return (lines) => {
    const { start, end } = store.get() ?? {};
    if (start !== lines?.start || end !== lines?.end) store.set(() => lines);
  };
}

/** Brings a line of the source, or the piece that begins there, into view within its pane. */
export function showLine(pane: "source" | "result", line: number): void {
  const within = document.querySelector(`[data-pane="${pane}"]`);
  if (scrollTo(within, line)) return;
  // Its part is not drawn yet: it is once it comes into view.
  const parts = [...(within?.querySelectorAll<HTMLElement>("[data-from]") ?? [])];
  parts.find(({ dataset }) => line >= Number(dataset.from) && line <= Number(dataset.to))?.scrollIntoView();
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(within, line)));
}

function scrollTo(within: Element | null, line: number): boolean {
  const found = within?.querySelector(`[data-line="${line}"]`);
  found?.scrollIntoView({ block: "nearest" });
  return Boolean(found);
}

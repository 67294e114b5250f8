"use client";

import { createStore } from "./store";

export interface Toast {
  id: number;
  kind: "done" | "failed";
  text: string;
  undo?: () => void;
  retry?: () => void;
}

export const toasts = createStore<readonly Toast[]>([]);

let lastId = 0;
/** What is newer says how things are: more would hide the screen that they are about. */
const AT_MOST = 2;

/** Short messages about what this person just did. Bad news that must stay belongs in a Banner. */
export const toast = {
  /** Something was done; `undo` is offered for 8 s. */
  done: (text: string, options: { undo?: () => void } = {}) => add({ kind: "done", text, ...options }),
  /** Something was not done. With a way to try again it stays until that is used, or it is closed. */
  failed: (text: string, options: { retry?: () => void } = {}) => add({ kind: "failed", text, ...options }),
  dismiss: (id: number) => toasts.set((before) => before.filter((shown) => shown.id !== id)),
  /** Takes away what is not true any more. */
  forget: (text: string) => toasts.set((before) => before.filter((shown) => shown.text !== text)),
  /** Undoes the newest one that can be undone. Says whether there was one. */
  undoLast: (): boolean => {
    const latest = toasts.get().findLast((shown) => shown.undo);
    if (!latest) return false;
    toast.dismiss(latest.id);
    latest.undo?.();
    return true;
  },
};

function add(shown: Omit<Toast, "id">): number {
  lastId += 1;
  const id = lastId;
  toasts.set((before) => [...withRoom(before.filter(({ text }) => text !== shown.text)), { ...shown, id }]);
  return id;
}

/** Without the oldest, so that one more fits: what was done goes before what was not, which must be seen. */
function withRoom(before: readonly Toast[]): readonly Toast[] {
  if (before.length < AT_MOST) return before;
  const oldest = before.find(({ kind }) => kind === "done") ?? before[0];
  return before.filter((shown) => shown !== oldest);
}

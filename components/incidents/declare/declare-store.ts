"use client";

import { createStore, useStore } from "@/components/ui/store";
import type { DeclareForm } from "./declare-form.rules";

/** What the dialog begins with, besides what was typed before. */
export type DeclareStart = Partial<Pick<DeclareForm, "kind" | "runbook">>;

const open = createStore<DeclareStart | null>(null);

/** Opens the declare dialog, from anywhere. */
export function openDeclare(start: DeclareStart = {}): void {
  open.set(() => start);
}

export function closeDeclare(): void {
  open.set(() => null);
}

/** How it was opened; null while it is closed. */
export function useDeclare(): DeclareStart | null {
  return useStore(open);
}

"use client";

import { later } from "@/components/ui/later";
import { createStore, useStore } from "@/components/ui/store";

const KeyHelpDialog = later(() => import("./key-help-dialog").then((loaded) => loaded.KeyHelpDialog));

const helpOpen = createStore(false);

/** Opens the list of keys. */
export function openKeyHelp(): void {
  helpOpen.set(() => true);
}

/** The list of keys, when it is open. */
export function KeyHelp() {
  return useStore(helpOpen) ? <KeyHelpDialog onClose={() => helpOpen.set(() => false)} /> : null;
}

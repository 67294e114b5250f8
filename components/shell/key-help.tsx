"use client";

import dynamic from "next/dynamic";
import { createStore, useStore } from "@/components/ui/store";

const KeyHelpDialog = dynamic(() => import("./key-help-dialog").then((loaded) => loaded.KeyHelpDialog), {
  ssr: false,
});

const helpOpen = createStore(false);

/** Opens the list of keys. */
export function openKeyHelp(): void {
  helpOpen.set(() => true);
}

/** The list of keys, when it is open. */
export function KeyHelp() {
  return useStore(helpOpen) ? <KeyHelpDialog onClose={() => helpOpen.set(() => false)} /> : null;
}

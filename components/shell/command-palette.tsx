"use client";

import dynamic from "next/dynamic";
import { useStore } from "@/components/ui/store";
import { paletteOpen } from "./commands";

const PaletteDialog = dynamic(() => import("./palette-dialog").then((loaded) => loaded.PaletteDialog), {
  ssr: false,
});

/** The command palette; its code is fetched when it is first opened. */
export function CommandPalette() {
  return useStore(paletteOpen) ? <PaletteDialog onClose={() => paletteOpen.set(() => false)} /> : null;
}

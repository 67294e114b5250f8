"use client";

import { later } from "@/components/ui/later";
import { useStore } from "@/components/ui/store";
import { paletteOpen } from "./commands";

const PaletteDialog = later(() => import("./palette-dialog").then((loaded) => loaded.PaletteDialog));

/** The command palette; its code is fetched when it is first opened. */
export function CommandPalette() {
  return useStore(paletteOpen) ? <PaletteDialog onClose={() => paletteOpen.set(() => false)} /> : null;
}

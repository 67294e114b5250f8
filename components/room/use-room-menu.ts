"use client";

import { useEffect, useMemo, useState } from "react";
import { untilLoaded } from "@/components/ui/later";
import type { MenuItem } from "@/components/ui/menu-items";
import type { RoomDialog } from "./room-dialogs";
import type { roomMenu } from "./room-menu";
import type { RoomView } from "./use-room-view";

/** What the menu and the palette can do about the incident; what makes it follows the room's code. */
export function useRoomMenu(
  { state, me }: Pick<RoomView, "state" | "me">,
  open: (dialog: RoomDialog) => void,
): MenuItem[] {
  const [make, setMake] = useState<typeof roomMenu | null>(null);
  useEffect(() => {
    void untilLoaded(async () => {
      const loaded = await import("./room-menu");
      setMake(() => loaded.roomMenu);
    });
  }, []);
  return useMemo(() => make?.({ state, me }, open) ?? [], [make, state, me, open]);
}

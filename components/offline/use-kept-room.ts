"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useMe } from "@/components/api/me";
import { useLiveState } from "@/components/live/use-live";
import type { RoomDto } from "@/lib/room/dto";
import { canKeepRooms, isKeptPage, noteLive, restoredAt } from "./kept-page";

/**
 * Has a room kept while it is live, so that it opens without a network as it was last seen.
 * @param restore takes what was kept, where the page opened without a network
 */
export function useKeptRoom(room: RoomDto, restore: (room: RoomDto) => void): void {
  const me = useMe();
  const client = useQueryClient();
  const isLive = useLiveState().state === "live";
  const { key } = room.state;

  useEffect(() => {
    if (!isLive || !canKeepRooms()) return;
    noteLive();
    void import("./keep-room").then(
      ({ keepRoom }) => keepRoom(me.id, room, client),
      () => undefined,
    );
  }, [isLive, me.id, room, client]);

  const openAsKept = useEffectEvent(() => {
    if (!canKeepRooms() || !isKeptPage()) return;
    void import("./keep-room")
      .then(({ restoreRoom }) => restoreRoom(me.id, key))
      .then((kept) => {
        if (!kept) return;
        restoredAt.set(() => kept.at);
        for (const [queryKey, version] of kept.pinned) client.setQueryData(queryKey, version);
        restore(kept.room);
      })
      .catch(() => undefined);
  });
  // Once, when the page opens.
  useEffect(() => openAsKept(), []);
}

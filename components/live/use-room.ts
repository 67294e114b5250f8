"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo } from "react";
import { apiGet } from "@/components/api/fetch";
import { useKeptRoom } from "@/components/offline/use-kept-room";
import { onSent } from "@/components/offline/kept-store";
import { forgetRedacted } from "@/components/timeline/forget-redacted";
import type { RoomDto } from "@/lib/room/dto";
import type { Entry } from "@/lib/timeline/events";
import { live } from "./live";
import { applyToRoom, lastActive, newerRoom, readAgain, speaksOfUnknown } from "./room.rules";
import { useLiveMessages } from "./use-live";

export const roomKeys = { one: (key: string) => ["rooms", key] as const };

/**
 * A room that stays live: the state it was opened with, moved on by the shared fold with each entry that the stream
 * or one's own write brings. It reads again only when it has missed something.
 * @param initial what the page was rendered with
 */
export function useRoom(key: string, initial: RoomDto) {
  const client = useQueryClient();
  const router = useRouter();
  const { data: room } = useQuery({
    queryKey: roomKeys.one(key),
    queryFn: async ({ signal, queryKey }) => {
      const read = await apiGet<RoomDto>(`/incidents/${key}`, { signal });
      const known = client.getQueryData<RoomDto>(queryKey);
      return known ? readAgain(known, read) : read;
    },
    initialData: initial,
    staleTime: Infinity,
  });
  const incidentId = room.state.id;

  const apply = useCallback(
    (entries: readonly Entry[]) => {
      const before = client.getQueryData<RoomDto>(roomKeys.one(key));
      if (!before) return;
      const { room: after, missed } = applyToRoom(before, entries);
      if (after !== before) {
        client.setQueryData(roomKeys.one(key), after);
        forgetRedacted(client, key, entries);
        // Entries hold ids: the key of another incident comes with the room.
        if (speaksOfUnknown(after, entries)) void client.invalidateQueries({ queryKey: roomKeys.one(key) });
      }
      if (missed) live.rewind(incidentId, after.state.seq);
    },
    [client, incidentId, key],
  );

  // What was kept and is sent moves the room on before the stream tells of it.
  useEffect(() => onSent((id, entries) => id === incidentId && apply(entries)), [apply, incidentId]);

  // On a way back the room may still be kept here; the page was rendered later, or before.
  useEffect(() => {
    client.setQueryData<RoomDto>(roomKeys.one(key), (known) => known && newerRoom(known, initial));
  }, [client, key, initial]);

  useKeptRoom(room, (kept) => {
    client.setQueryData<RoomDto>(roomKeys.one(key), (known) => known && newerRoom(known, kept));
  });

  useEffect(
    () => live.enter(incidentId, client.getQueryData<RoomDto>(roomKeys.one(key))?.state.seq ?? 0),
    [client, incidentId, key],
  );
  useLiveMessages((message) => {
    if (message.type === "entries" && message.incidentId === incidentId) apply(message.entries);
    if (message.type === "presence" && message.incidentId === incidentId) {
      client.setQueryData<RoomDto>(
        roomKeys.one(key),
        (old) => old && { ...old, presence: { ...old.presence, [message.personId]: message.at } },
      );
    }
    // It may not be seen any more: the page, made anew, says so.
    if (message.type === "gone" && message.id === incidentId) router.refresh();
  });
  const { presence, entries } = room;
  return { ...room, presence: useMemo(() => lastActive({ presence, entries }), [presence, entries]), apply };
}

"use client";

import { useCallback, useMemo } from "react";
import { apiWrite, messageOf } from "@/components/api/fetch";
import { toast } from "@/components/ui/toast";
import type { RoomView } from "@/components/room/use-room-view";
import type { Written } from "@/lib/incidents/dto";

/** What was filled into the gaps of commands: by anybody, once, used in every step of the incident. */
export function useFillIns({ state, apply }: Pick<RoomView, "state" | "apply">) {
  const { key, placeholders } = state;
  const values = useMemo(
    () =>
      Object.fromEntries(
        placeholders.flatMap(({ name, value }) => (value.value ? [[name, value.value]] : [])),
      ),
    [placeholders],
  );
  const fill = useCallback(
    async (name: string, value: string): Promise<void> => {
      const expected = placeholders.find((known) => known.name === name)?.value.id ?? null;
      try {
        const body = { name, value, expected };
        const written = await apiWrite<Written>("PUT", `/incidents/${key}/placeholders`, body);
        apply(written.entries);
      } catch (error) {
        toast.failed(`${messageOf(error)} Not filled in: ${value}`, { retry: () => void fill(name, value) });
      }
    },
    [apply, key, placeholders],
  );
  return { values, fill };
}

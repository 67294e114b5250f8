"use client";

import { useCallback, useMemo } from "react";
import { apiWrite, messageOf, newIdempotencyKey } from "@/components/api/fetch";
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
    (name: string, value: string): void => {
      const expected = placeholders.find((known) => known.name === name)?.value.id ?? null;
      void send(`/incidents/${key}/placeholders`, { name, value, expected }, apply);
    },
    [apply, key, placeholders],
  );
  return { values, fill };
}

async function send(
  path: string,
  body: { name: string; value: string; expected: string | null },
  apply: RoomView["apply"],
  idempotencyKey = newIdempotencyKey(),
): Promise<void> {
  try {
    apply((await apiWrite<Written>("PUT", path, body, { idempotencyKey })).entries);
  } catch (error) {
    const retry = () => void send(path, body, apply, idempotencyKey);
    toast.failed(`${messageOf(error)} Not filled in: ${body.value}`, { retry });
  }
}

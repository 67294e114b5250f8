"use client";

import { useCallback, useMemo, useState } from "react";
import { serverNow } from "@/components/clock/use-server-now";
import { doOrKeep } from "@/components/offline/do-or-keep";
import { toast } from "@/components/ui/toast";
import { newestFills } from "@/lib/checklists/gaps.rules";
import type { RoomView } from "@/components/room/use-room-view";

type Values = Readonly<Record<string, string>>;

/** What was filled into the gaps of commands: by anybody, once, used in every step of the incident. */
export function useFillIns({ state, apply, me }: Pick<RoomView, "state" | "apply" | "me">) {
  const { id, key, placeholders } = state;
  const [sent, setSent] = useState<Values>({});
  const values = useMemo(
    (): Values =>
      Object.fromEntries(
        newestFills(placeholders).flatMap(({ name, value }) => (value.value ? [[name, value.value]] : [])),
      ),
    [placeholders],
  );
  const shown = useMemo(() => ({ ...values, ...sent }), [values, sent]);
  const fill = useCallback(
    async (name: string, value: string): Promise<void> => {
      const expected = placeholders.findLast((known) => known.name === name)?.value.id ?? null;
      const at = serverNow();
      setSent((before) => ({ ...before, [name]: value }));
      const body = { name, value, expected, occurredAt: new Date(at).toISOString() };
      const became = await doOrKeep({
        ...{ incidentId: id, incidentKey: key, personId: me.id, at },
        ...{ said: `Filled in ${name}`, words: value, shows: { kind: "gap", name } },
        request: { method: "PUT", path: `/incidents/${key}/placeholders`, body },
      });
      if (became.kind === "done") apply(became.entries);
      if (became.kind === "refused") toast.failed(`${became.why} Not filled in: ${value}`);
      setSent((before) => {
        const { [name]: last, ...rest } = before;
        return last === value ? rest : before;
      });
    },
    [apply, id, key, me.id, placeholders],
  );
  return {
    /** What the console has. */
    values,
    /** The same with what is on its way there: whoever fills in the last one takes the command to a terminal next. */
    shown,
    fill: useCallback((name: string, value: string) => void fill(name, value), [fill]),
  };
}

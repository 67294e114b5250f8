"use client";

import { useEffect, useMemo } from "react";
import { atRest } from "@/components/api/at-rest";
import { useMe } from "@/components/api/me";
import { useKeys, type KeyBinding } from "@/components/shell/keys";
import { later } from "@/components/ui/later";
import { can } from "@/lib/auth/policy.rules";
import { closeDeclare, openDeclare, useDeclare } from "./declare-store";

const load = () => import("./declare-dialog");
const DeclareDialog = later(() => load().then((m) => m.DeclareDialog));

/** `D` from anywhere. Mounted once, around every page; the dialog's code is fetched when the page has come to rest. */
export function DeclareHost() {
  const me = useMe();
  const start = useDeclare();
  const mayDeclare = can(me, "incident.declare");
  const bindings = useMemo<KeyBinding[]>(
    () => [
      {
        keys: "d",
        label: "Declare an incident",
        words: "new create open start drill",
        group: "Anywhere",
        run: () => openDeclare(),
        palette: true,
        off: !mayDeclare,
      },
    ],
    [mayDeclare],
  );
  useKeys("declare", bindings);
  useEffect(() => {
    if (!mayDeclare) return;
    atRest(() => void load());
  }, [mayDeclare]);
  if (!start || !mayDeclare) return null;
  return <DeclareDialog start={start} onClose={closeDeclare} />;
}

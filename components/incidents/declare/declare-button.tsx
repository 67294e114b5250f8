"use client";

import { useMe } from "@/components/api/me";
import { Button } from "@/components/ui/button";
import { can } from "@/lib/auth/policy.rules";
import { openDeclare } from "./declare-store";

/** Opens the declare dialog; nothing for those who may not. */
export function DeclareButton({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const me = useMe();
  if (!can(me, "incident.declare")) return null;
  return (
    <Button variant={variant} icon="plus" kbd="D" onClick={() => openDeclare()}>
      Declare
    </Button>
  );
}

"use client";

import { useMe } from "@/components/api/me";
import { Button } from "@/components/ui/button";
import { can } from "@/lib/auth/policy.rules";
import type { RunbookDto } from "@/lib/runbooks/dto";
import { openDeclare } from "./declare-store";

/** Opens the declare dialog with a runbook chosen; nothing for those who may not, or where it is not offered. */
export function DeclareWith({ runbook, className }: { runbook: RunbookDto; className?: string }) {
  const me = useMe();
  const { publishedVersionId: versionId, title, archivedAt } = runbook;
  if (!can(me, "incident.declare") || !versionId || archivedAt) return null;
  return (
    <Button
      className={className}
      onClick={() => openDeclare({ runbook: { versionId, title, reason: "", part: null } })}
    >
      Declare with it
    </Button>
  );
}

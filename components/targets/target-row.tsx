"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { TargetDto } from "@/lib/settings/targets/dto";
import { useRemoveTarget } from "./use-targets";

/** One target: its name, its kind, where it is. */
export function TargetRow({ target: { id, name, kind, baseUrl, hasSecret } }: { target: TargetDto }) {
  const [removing, setRemoving] = useState(false);
  const { mutate, isPending, error } = useRemoveTarget(id);
  return (
    <li className="border-line phone:min-h-14 flex min-h-11 items-center gap-2 border-t px-4 py-1.5 first:border-t-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="meta block break-words">
          {kind === "http" ? "HTTP" : "Prometheus"}, <code>{baseUrl}</code>
          {hasSecret && ", with a token"}
        </span>
      </span>
      <Button variant="quiet" aria-label={`Remove ${name}`} onClick={() => setRemoving(true)}>
        Remove
      </Button>
      {removing && (
        <ConfirmDialog
          open
          onOpenChange={setRemoving}
          title={`Remove ${name}?`}
          description="Nothing is asked there any more. What came of checks stays on their steps."
          confirmLabel="Remove"
          danger
          busy={isPending}
          error={error?.detail}
          onConfirm={() => mutate(undefined, { onSuccess: () => toast.done(`${name} is removed`) })}
        />
      )}
    </li>
  );
}

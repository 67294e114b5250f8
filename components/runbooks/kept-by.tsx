"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useWrite } from "@/components/api/use-write";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { can } from "@/lib/auth/policy.rules";
import type { RunbookDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "./keys";

type Folder = NonNullable<RunbookDto["keptBy"]>;

/** Whether the runbook is changed in its folder, and not here. */
export function isKept({ keptBy }: RunbookDto): boolean {
  return keptBy !== null && keptBy.detachedAt === null;
}

/** Says which folder a runbook comes from, and whether it is changed there or here. */
export function KeptBy({ runbook }: { runbook: RunbookDto }) {
  const { keptBy } = runbook;
  if (!keptBy) return null;
  return (
    <Banner
      icon="link"
      className="m-4"
      title={isKept(runbook) ? `Kept in sync from ${keptBy.name}.` : `Detached from ${keptBy.name}.`}
      action={<Change runbook={runbook} folder={keptBy} />}
    >
      <span className="break-words">
        {isKept(runbook)
          ? `Change it there: ${keptBy.path}`
          : `What changes in ${keptBy.path} does not come here.`}
      </span>
    </Banner>
  );
}

function Change({ runbook, folder }: { runbook: RunbookDto; folder: Folder }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const detaches = folder.detachedAt === null;
  const change = useWrite<{ slug: string }>(
    () => ({ method: "PUT", path: `/runbooks/${runbook.slug}/detached`, body: { detached: detaches } }),
    {
      onSuccess: () => {
        setAsking(false);
        return client.invalidateQueries({ queryKey: runbookKeys.all });
      },
    },
  );
  if (!can(useMe(), "runbook.detach")) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{detaches ? "Detach…" : "Sync again…"}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={detaches ? `Detach ${runbook.title}?` : `Sync ${runbook.title} again?`}
        description={
          detaches
            ? `It can be changed here then. What changes in ${folder.name} no longer comes here.`
            : `The next sync makes it what the file in ${folder.name} says. Versions made here stay in its list.`
        }
        confirmLabel={detaches ? "Detach" : "Sync again"}
        onConfirm={() => change.mutate()}
        busy={change.isPending}
        error={change.error ? messageOf(change.error) : undefined}
      />
    </>
  );
}

"use client";

import { useState, type ReactNode } from "react";
import { useDirectory } from "@/components/api/directory";
import { useMe } from "@/components/api/me";
import { Button } from "@/components/ui/button";
import { PanelHead } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { can } from "@/lib/auth/policy.rules";
import { formatDate } from "@/lib/kernel/clock-times";
import type { RunbookDto } from "@/lib/runbooks/dto";
import { DetailsDialog } from "./details-dialog";
import { ReviewTag } from "./review-tag";

/** Who keeps a runbook right, what it is about, by when it should be reviewed. */
export function DetailsPanel({ runbook }: { runbook: RunbookDto }) {
  const me = useMe();
  const { person, personName, service } = useDirectory();
  const [editing, setEditing] = useState(false);
  const { ownerId, serviceIds, tags, reviewBy } = runbook;
  const gone = person(ownerId)?.deactivated ?? false;
  return (
    <>
      <PanelHead title="Details">
        {can(me, "runbook.edit_details") && (
          <Button size="sm" variant="quiet" icon="pencil" onClick={() => setEditing(true)}>
            Change
          </Button>
        )}
      </PanelHead>
      <dl className="grid gap-1.5 px-4 pb-3">
        <Detail label="Owner">{ownerId ? `${personName(ownerId)}${gone ? ", gone" : ""}` : "nobody"}</Detail>
        <Detail label="Services">
          {serviceIds.map((id) => service(id)?.name ?? "a service").join(", ") || "none"}
        </Detail>
        <Detail label="Tags">
          {tags.length === 0 ? (
            "none"
          ) : (
            <span className="flex flex-wrap gap-1">
              {tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </span>
          )}
        </Detail>
        <Detail label="Review by">
          {reviewBy ? formatDate(Date.parse(reviewBy), "UTC") : "no day"} <ReviewTag reviewBy={reviewBy} />
        </Detail>
      </dl>
      {editing && <DetailsDialog runbook={runbook} open onOpenChange={setEditing} />}
    </>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[72px_minmax(0,1fr)] gap-2">
      <dt className="meta pt-px">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

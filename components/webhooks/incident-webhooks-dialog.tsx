"use client";

import { factsOf, type IncidentDialogProps } from "@/components/incidents/incident-view";
import { messageOf } from "@/components/api/fetch";
import { Banner } from "@/components/ui/banner";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { can } from "@/lib/auth/policy.rules";
import { AddWebhookForm } from "./add-webhook-form";
import { useWebhooks } from "./use-webhooks";
import { WebhookRow } from "./webhook-row";

/** Where the updates of this incident go, and webhooks of its own. */
export function IncidentWebhooksDialog({ room, open, onOpenChange }: IncidentDialogProps) {
  const { key } = room.state;
  const scope = { key };
  const { webhooks, error } = useWebhooks(scope);
  const mayChange = can(room.me, "incident.webhook", factsOf(room.state));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Where updates of ${key} go`}
      description="Besides the room and the timeline. Those for all incidents are set in the administration."
      sticky
    >
      <div className="grid gap-4">
        {error && <Banner tone="bad" title={messageOf(error)} />}
        {webhooks === undefined && !error && <SkeletonRows rows={2} />}
        {webhooks?.length === 0 && (
          <EmptyState title="Nowhere else." text="Add a webhook, and the next update reaches that channel." />
        )}
        {webhooks && webhooks.length > 0 && (
          <ul className="border-line -mx-4 border-y">
            {webhooks.map((webhook) => (
              <WebhookRow
                key={webhook.id}
                webhook={webhook}
                scope={scope}
                mayChange={mayChange && webhook.incidentId !== null}
              />
            ))}
          </ul>
        )}
        {mayChange && <AddWebhookForm scope={scope} />}
      </div>
    </Dialog>
  );
}

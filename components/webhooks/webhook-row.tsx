"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { WebhookDto } from "@/lib/webhooks/dto";
import { ChangeWebhookDialog } from "./change-webhook-dialog";
import { useChangeWebhooks, type WebhookScope } from "./use-webhooks";

interface WebhookRowProps {
  webhook: WebhookDto;
  scope: WebhookScope;
  /** May test, change and remove it here. */
  mayChange: boolean;
}

/** One webhook: its name, where it leads as far as that may be shown, and how the last message fared. */
export function WebhookRow({ webhook, scope, mayChange }: WebhookRowProps) {
  const [removing, setRemoving] = useState(false);
  const [changing, setChanging] = useState(false);
  const { mutate, isPending, variables } = useChangeWebhooks(scope);
  const { id, name, host, ending, told, incidentId } = webhook;
  const failed = (error: { detail: string }) => void toast.failed(error.detail);
  return (
    <li className="border-line phone:min-h-14 flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-t px-4 py-1.5 first:border-t-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {name} {scope !== "all" && incidentId === null && <Tag>for all incidents</Tag>}
        </span>
        <span className="meta block truncate">
          {host}, ends in <code>{ending}</code>
          {told === "updates" && ", status updates only"}
        </span>
      </span>
      <LastMessage webhook={webhook} />
      {mayChange && (
        <span className="flex gap-1">
          <Button
            variant="quiet"
            aria-label={`Send a test to ${name}`}
            busy={isPending && variables.act === "test"}
            onClick={() => mutate({ act: "test", id }, { onError: failed })}
          >
            Send a test
          </Button>
          <Button variant="quiet" aria-label={`Change ${name}`} onClick={() => setChanging(true)}>
            Change
          </Button>
          <Button variant="quiet" aria-label={`Remove ${name}`} onClick={() => setRemoving(true)}>
            Remove
          </Button>
        </span>
      )}
      {changing && <ChangeWebhookDialog webhook={webhook} scope={scope} onClose={() => setChanging(false)} />}
      {removing && (
        <ConfirmDialog
          open
          onOpenChange={setRemoving}
          title={`Remove ${name}`}
          description="Nothing more is sent there, also not what still waits. To have it back, its address is needed again."
          confirmLabel="Remove"
          danger
          busy={isPending}
          onConfirm={() =>
            mutate({ act: "remove", id }, { onSuccess: () => setRemoving(false), onError: failed })
          }
        />
      )}
    </li>
  );
}

function LastMessage({ webhook: { last } }: { webhook: WebhookDto }) {
  if (!last) return <span className="meta">Nothing sent yet</span>;
  const what = last.test ? "Test" : "Message";
  if (last.state === "pending" && last.error === null)
    return (
      <Tag tone="warn" icon="clock">
        {what} on its way
      </Tag>
    );
  const at = <Time at={Date.parse(last.at)} show="relative" />;
  if (last.state === "delivered")
    return (
      <Tag tone="good" icon="check">
        {what} arrived {at}
      </Tag>
    );
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5" role="status">
      <Tag
        tone={last.state === "pending" ? "warn" : "bad"}
        icon={last.state === "pending" ? "clock" : "cross"}
      >
        {what} {last.state === "pending" ? "has not arrived yet" : "did not arrive"}
      </Tag>
      {last.error && <span className="meta">{last.error}</span>}
    </span>
  );
}

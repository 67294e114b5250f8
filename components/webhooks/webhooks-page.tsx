"use client";

import { AdminNav } from "@/components/settings/admin-nav";
import { TopBar } from "@/components/shell/top-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelHead } from "@/components/ui/panel";
import type { WebhooksDto } from "@/lib/webhooks/dto";
import { AddWebhookForm } from "./add-webhook-form";
import { useWebhooks } from "./use-webhooks";
import { WebhookRow } from "./webhook-row";

/** The webhooks that the updates of all incidents go to. */
export function WebhooksPage({ first }: { first: WebhooksDto }) {
  const { webhooks = [] } = useWebhooks("all", first);
  return (
    <>
      <TopBar title="Administration" />
      <AdminNav />
      <div className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-4 pb-12">
        <section aria-label="Webhooks">
          <PanelHead title="Webhooks" count={webhooks.length} />
          <p className="meta px-4 pb-2">
            Word of every incident goes there: all that happens to it, or status updates only. Those that only
            members may see go to webhooks of their own.
          </p>
          {webhooks.length === 0 ? (
            <EmptyState
              title="None yet."
              text="Add one, and word of all incidents reaches that channel. An incident can have its own besides."
            />
          ) : (
            <ul className="border-line border-y">
              {webhooks.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} scope="all" mayChange />
              ))}
            </ul>
          )}
        </section>
        <div className="max-w-120 px-4">
          <AddWebhookForm scope="all" />
        </div>
      </div>
    </>
  );
}

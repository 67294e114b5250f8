"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PanelHead } from "@/components/ui/panel";
import type { DeliveryDto } from "@/lib/updates/dto";
import type { WebhookDto } from "@/lib/webhooks/dto";
import { deliveryWords } from "./delivery-words.rules";

interface GoesToProps {
  webhooks: readonly WebhookDto[];
  deliveries: readonly DeliveryDto[];
  /** Set for those who may set webhooks of this incident. */
  onWebhooks?: () => void;
}

/** Every place that this update reaches, and how the last one fared there. */
export function GoesTo({ webhooks, deliveries, onWebhooks }: GoesToProps) {
  return (
    <section className="border-line border-t pt-1 pb-4" aria-label="Goes to">
      <PanelHead title="Goes to">
        {onWebhooks && (
          <Button variant="quiet" size="sm" onClick={onWebhooks}>
            Webhooks…
          </Button>
        )}
      </PanelHead>
      <ul>
        <Place name="The room and the timeline" state="at once" />
        {webhooks.map(({ id, name }) => (
          <WebhookPlace key={id} name={name} last={deliveries.find((one) => one.webhookId === id)} />
        ))}
      </ul>
      {webhooks.length === 0 && <p className="meta px-4 pt-1">No webhook is set: nobody outside is told.</p>}
    </section>
  );
}

function WebhookPlace({ name, last }: { name: string; last: DeliveryDto | undefined }) {
  const now = useServerNow();
  if (!last) return <Place name={name} state="nothing sent yet" />;
  const what = last.correction ? `correction to update ${last.number}` : `update ${last.number}`;
  const trouble = last.state !== "delivered" && last.attempts > 0 ? last.lastError : null;
  const words = `${what}${last.state === "pending" ? "," : ""} ${deliveryWords(last, now)}`;
  return <Place name={name} state={words} trouble={trouble} />;
}

interface PlaceProps {
  name: string;
  state: string;
  /** What went wrong the last time. */
  trouble?: string | null;
}

function Place({ name, state, trouble = null }: PlaceProps) {
  return (
    <li className="flex min-h-7 items-start gap-2 px-4 py-1">
      <Icon name={trouble ? "incident" : "check"} size="sm" className="mt-0.5" />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="meta max-w-[60%] text-right tabular-nums">
        {state}
        {trouble && <span className="text-bad block">{trouble}</span>}
      </span>
    </li>
  );
}

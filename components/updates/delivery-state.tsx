"use client";

import { useServerNow } from "@/components/clock/use-server-now";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import type { DeliveryDto } from "@/lib/updates/dto";
import { deliveryWords, type DeliveryFacts } from "./delivery-words.rules";
import { useRetryDelivery } from "./use-deliveries";

const LOOKS = {
  delivered: { tone: "good", icon: "check" },
  pending: { tone: "warn", icon: "clock" },
  abandoned: { tone: "bad", icon: "cross" },
} as const;

/** A chip: where a message is on its way to one webhook. */
export function DeliveryState({ delivery }: { delivery: DeliveryFacts }) {
  const now = useServerNow();
  return <Tag {...LOOKS[delivery.state]}>{deliveryWords(delivery, now)}</Tag>;
}

interface UpdateDeliveriesProps {
  incidentKey: string;
  /** Those of one update. */
  deliveries: readonly DeliveryDto[];
  mayRetry: boolean;
}

/** What became of one update at each webhook: a chip each, and what to do about those that did not arrive. */
export function UpdateDeliveries({ incidentKey, deliveries, mayRetry }: UpdateDeliveriesProps) {
  if (deliveries.length === 0) return null;
  return (
    <ul className="grid gap-1.5" aria-label="Deliveries">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="flex flex-wrap items-center gap-1.5">
          <span className="text-ink-2 max-w-full truncate text-xs">{delivery.webhookName}</span>
          <DeliveryState delivery={delivery} />
          {delivery.lastError && <span className="meta min-w-0 basis-full">{delivery.lastError}</span>}
          {mayRetry && canRetry(delivery) && <RetryButton incidentKey={incidentKey} delivery={delivery} />}
        </li>
      ))}
    </ul>
  );
}

/** The first try comes by itself at once. */
function canRetry({ state, attempts, webhookRemoved }: DeliveryDto): boolean {
  return state !== "delivered" && attempts > 0 && !webhookRemoved;
}

function RetryButton({ incidentKey, delivery }: { incidentKey: string; delivery: DeliveryDto }) {
  const { mutate, isPending } = useRetryDelivery(incidentKey);
  return (
    <Button
      size="sm"
      icon="retry"
      busy={isPending}
      aria-label={`Retry ${delivery.webhookName} now`}
      onClick={() => mutate(delivery.id, { onError: (error) => toast.failed(error.detail) })}
    >
      Retry now
    </Button>
  );
}

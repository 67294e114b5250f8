"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { useLiveMessages } from "@/components/live/use-live";
import type { DeliveriesDto, DeliveryDto } from "@/lib/updates/dto";
import { updateKeys } from "./query-keys";

/** What became of an incident's updates on their way out; follows the live stream. */
export function useDeliveries(incident: { id: string; key: string }): readonly DeliveryDto[] {
  const client = useQueryClient();
  const queryKey = updateKeys.deliveries(incident.key);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => apiGet<DeliveriesDto>(`/incidents/${incident.key}/deliveries`, { signal }),
  });
  useLiveMessages((message) => {
    const concerns =
      (message.type === "deliveries" && message.incidentId === incident.id) ||
      (message.type === "entries" &&
        message.incidentId === incident.id &&
        message.entries.some(({ kind }) => kind === "update.posted" || kind === "update.corrected"));
    if (concerns || message.type === "resync") void client.invalidateQueries({ queryKey });
  });
  return data?.deliveries ?? NONE;
}

const NONE: readonly DeliveryDto[] = [];

/** Has a delivery tried again now. */
export function useRetryDelivery(key: string) {
  const client = useQueryClient();
  return useWrite<{ id: string }, string>(
    (deliveryId) => ({ method: "POST", path: `/incidents/${key}/deliveries/${deliveryId}/retry` }),
    { onSettled: () => void client.invalidateQueries({ queryKey: updateKeys.deliveries(key) }) },
  );
}

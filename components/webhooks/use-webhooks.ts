"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import type { WebhookDto, WebhooksDto } from "@/lib/webhooks/dto";
import type { WebhookTold } from "@/lib/webhooks/schemas";

/** Whose webhooks: those for all incidents, or where one incident's updates go. */
export type WebhookScope = { key: string } | "all";

export const webhookKeys = {
  of: (scope: WebhookScope) => ["webhooks", scope === "all" ? "all" : scope.key] as const,
};

const SOON_MS = 1_000;

/**
 * Where updates go.
 * @param first what the server rendered
 * @returns `webhooks` undefined until they are known
 */
export function useWebhooks(
  scope: WebhookScope,
  first?: WebhooksDto,
): { webhooks: readonly WebhookDto[] | undefined; error: Error | null } {
  const { data, error } = useQuery({
    queryKey: webhookKeys.of(scope),
    queryFn: ({ signal }) => apiGet<WebhooksDto>(pathOf(scope), { signal }),
    initialData: first,
    // A test is answered within seconds; no stream tells of it outside a room.
    refetchInterval: ({ state }) => (state.data?.webhooks.some(isBeingTested) ? SOON_MS : false),
  });
  return { webhooks: data?.webhooks, error };
}

/** What can be done with webhooks. */
export type WebhookChange =
  | { act: "add"; name: string; url: string; told: WebhookTold }
  | { act: "change"; id: string; name?: string; url?: string; told?: WebhookTold }
  | { act: "remove"; id: string }
  | { act: "test"; id: string };

/** Adds, changes, removes or tests; the lists follow. */
export function useChangeWebhooks(scope: WebhookScope) {
  const client = useQueryClient();
  return useWrite<unknown, WebhookChange>((change) => requestFor(pathOf(scope), change), {
    onSettled: () => void client.invalidateQueries({ queryKey: ["webhooks"] }),
  });
}

function isBeingTested({ last }: WebhookDto): boolean {
  return last?.state === "pending" && last.test;
}

function pathOf(scope: WebhookScope): string {
  return scope === "all" ? "/webhooks" : `/incidents/${scope.key}/webhooks`;
}

function requestFor(path: string, change: WebhookChange) {
  switch (change.act) {
    case "add":
      return {
        method: "POST",
        path,
        body: { name: change.name, url: change.url, told: change.told },
      } as const;
    case "change":
      return {
        method: "PATCH",
        path: `${path}/${change.id}`,
        body: { name: change.name, url: change.url, told: change.told },
      } as const;
    case "remove":
      return { method: "DELETE", path: `${path}/${change.id}` } as const;
    case "test":
      return { method: "POST", path: `${path}/${change.id}/test` } as const;
  }
}

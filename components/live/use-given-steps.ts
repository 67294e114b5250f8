"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { incidentKeys } from "@/components/incidents/query-keys";
import type { MyStep } from "@/lib/room/day.dto";
import type { Notice } from "@/lib/server/live/notices.rules";
import { useLiveMessages } from "./use-live";

const NONE: readonly MyStep[] = [];

/**
 * The steps that are this person's, while a notice is about one: its words come with every reading, so that they are
 * gone when they were redacted.
 */
export function useGivenSteps(notices: readonly Notice[]): readonly MyStep[] {
  const client = useQueryClient();
  const given = notices.filter(({ itemId }) => itemId !== null);
  const { data } = useQuery({
    queryKey: incidentKeys.mySteps,
    queryFn: ({ signal }) => apiGet<{ steps: MyStep[] }>("/me/steps", { signal }),
    enabled: given.length > 0,
  });
  useLiveMessages((message) => {
    const concerns =
      (message.type === "notice" && message.notice.itemId !== null) ||
      (message.type === "row" && given.some(({ incidentId }) => incidentId === message.row.id));
    if (concerns) void client.invalidateQueries({ queryKey: incidentKeys.mySteps });
  });
  return data?.steps ?? NONE;
}

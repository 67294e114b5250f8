"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { useSettled } from "@/components/ui/use-settled";
import type { ListDto } from "@/lib/incidents/dto";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { incidentKeys } from "./query-keys";

/**
 * The incidents that are not over, but this one, in whose key or title these words stand, the first of them, to choose
 * one: of drills for a drill.
 * @param words null: nothing is asked
 * @returns `isBehind` while they are those for the words before, or none yet
 */
export function useOtherOpen({ key, kind }: Pick<IncidentState, "key" | "kind">, words: string | null) {
  const asked = useSettled(words?.trim() ?? "", 200);
  const search = new URLSearchParams({ status: "open", kind, limit: "20", ...(asked && { q: asked }) });
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: incidentKeys.list(search.toString()),
    queryFn: ({ signal }) => apiGet<ListDto>(`/incidents?${search}`, { signal }),
    enabled: words !== null,
    placeholderData: keepPreviousData,
  });
  const isBehind = data === undefined || isPlaceholderData || asked !== (words?.trim() ?? "");
  return { incidents: data?.rows.filter((row) => row.key !== key) ?? [], error, isBehind };
}

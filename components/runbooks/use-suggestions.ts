"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import type { SuggestionsDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "./keys";

const SHOWN = 3;

/** Runbooks that fit an incident's words and services, the best three first; nothing while neither says anything. */
export function useSuggestions(words: string, serviceIds: readonly string[]): SuggestionsDto["suggestions"] {
  const search = new URLSearchParams({ words });
  for (const id of [...serviceIds].sort()) search.append("services", id);
  const { data } = useQuery({
    queryKey: runbookKeys.suggestions(search.toString()),
    queryFn: ({ signal }) => apiGet<SuggestionsDto>(`/runbooks/suggestions?${search}`, { signal }),
    enabled: words.length >= 3 || serviceIds.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (data?.suggestions ?? []).slice(0, SHOWN);
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import type { DraftDto } from "@/lib/updates/dto";
import { updateKeys } from "./query-keys";

/**
 * The draft of the next update, which follows the timeline: with each entry there may be more to say.
 * @param seq the newest entry of the room
 */
export function useDraft(
  key: string,
  seq: number,
  { first, enabled }: { first?: DraftDto; enabled?: boolean },
): DraftDto | undefined {
  const { data } = useQuery({
    queryKey: updateKeys.draft(key, seq),
    queryFn: ({ signal }) => apiGet<DraftDto>(`/incidents/${key}/update-draft`, { signal }),
    initialData: seq === first?.seq ? first : undefined,
    placeholderData: keepPreviousData,
    enabled,
    staleTime: Infinity,
    // Saving is no entry of the timeline: another tab may have, or this page before the browser's Back and Forward.
    refetchOnMount: "always",
    refetchOnWindowFocus: "always",
    // None comes again, and its words may be redacted.
    gcTime: 0,
  });
  return data ?? first;
}

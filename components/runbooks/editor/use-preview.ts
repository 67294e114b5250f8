"use client";

import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { apiPost } from "@/components/api/fetch";
import type { PreviewDto } from "@/lib/runbooks/dto";
import { readOutline } from "@/lib/runbooks/edit/step-edits.rules";
import { runbookKeys } from "../keys";
import type { Chosen, RunbookText } from "./use-runbook-text";

/**
 * What the console makes of a text once it rests.
 * @param base the version that it began from, with what was corrected about its reading; null: not known, or none
 */
export function usePreview(text: RunbookText, base: Chosen | null) {
  const client = useQueryClient();
  const { source, chosen } = text.settled;
  const before = chosen ?? base;
  const query = useQuery({
    ...previewOf(source, before),
    enabled: source.trim() !== "",
    placeholderData: (known) => known,
  });
  const { data, error } = query;
  const outline = useMemo(() => data && readOutline(data.source, data.parsed), [data]);
  return {
    ...{ data, error, outline },
    /** It is what the text is at this moment. */
    isOfNow: text.settled === text.draft && data !== undefined && !query.isPlaceholderData,
    /** How another text would be read in its place. */
    read: (other: string) => client.fetchQuery(previewOf(other, before)),
  };
}

export type Preview = ReturnType<typeof usePreview>;

function previewOf(source: string, before: Chosen | null) {
  const about = before && before.choices.length > 0 ? before : null;
  return queryOptions({
    queryKey: runbookKeys.edited(source, about),
    queryFn: async ({ signal }) => {
      const body = { source, ...(about && { before: about }) };
      return { source, ...(await apiPost<PreviewDto>("/runbooks/previews", body, { signal })) };
    },
    staleTime: Infinity,
    // Each holds a whole document.
    gcTime: 10_000,
  });
}

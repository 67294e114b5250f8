"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { apiPost } from "@/components/api/fetch";
import type { PreviewDto } from "@/lib/runbooks/dto";
import { readOutline } from "@/lib/runbooks/edit/step-edits.rules";
import type { Choice } from "@/lib/runbooks/parse/choices";
import { runbookKeys } from "../keys";

interface Before {
  source: string;
  choices: readonly Choice[];
}

/**
 * What the console makes of a text.
 * @param source a text that rests
 * @param before the version that it began from, with what was corrected about its reading
 */
export function usePreview(source: string, before: Before | null) {
  const query = useQuery({
    queryKey: runbookKeys.edited(source, before?.choices ?? []),
    queryFn: async ({ signal }) => {
      const body = { source, ...(before && before.choices.length > 0 && { before }) };
      return { source, ...(await apiPost<PreviewDto>("/runbooks/previews", body, { signal })) };
    },
    enabled: source.trim() !== "",
    placeholderData: (known) => known,
    staleTime: Infinity,
    // Each holds a whole document.
    gcTime: 10_000,
  });
  const { data } = query;
  const outline = useMemo(() => data && readOutline(data.source, data.parsed), [data]);
  return { ...query, outline };
}

export type Preview = ReturnType<typeof usePreview>;

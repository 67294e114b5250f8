"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { useSettled } from "@/components/ui/use-settled";
import type { RunbookPageDto, RunbookRowDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "./keys";

/** A runbook that has a published version. */
type Published = RunbookRowDto & { versionId: string };

/**
 * The published runbooks in which these words stand, the first of them, to choose one.
 * @param words null: nothing is asked
 * @returns `runbooks` undefined until the first answer; `isBehind` while they are those for the words before
 */
export function useOffered(words: string | null) {
  const asked = useSettled(words?.trim() ?? "", 200);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: runbookKeys.offered(asked),
    queryFn: ({ signal }) => apiGet<RunbookPageDto>(`/runbooks?q=${encodeURIComponent(asked)}`, { signal }),
    enabled: words !== null,
    placeholderData: keepPreviousData,
  });
  const isBehind = isPlaceholderData || asked !== (words?.trim() ?? "");
  return { runbooks: data?.runbooks.filter(isPublished), error, isBehind };
}

function isPublished(runbook: RunbookRowDto): runbook is Published {
  return runbook.versionId !== null;
}

"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { nodeSteps } from "@/lib/runbooks/parse/node-steps.rules";
import type { ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import { pinsOf } from "@/lib/timeline/fold/pins.rules";
import type { ChecklistState } from "@/lib/timeline/fold/state";

export const pinnedKeys = {
  one: (versionId: string, parserVersion: number) => ["pinned-runbooks", versionId, parserVersion] as const,
  /** As the present parser reads it. */
  latest: (versionId: string) => ["pinned-runbooks", versionId] as const,
};

/** The words of the runbooks that an incident walks. */
export interface PinnedRunbooks {
  runbook: (versionId: string | null) => PinnedRunbookDto | undefined;
  section: (list: Pick<ChecklistState, "runbookVersionId" | "sectionKey">) => ParsedSection | undefined;
  step: (versionId: string | null, stepKey: string | null) => ParsedStep | undefined;
}

/**
 * Reads each pinned version once and keeps it: it never changes.
 * @param initial what the page was rendered with
 */
export function usePinnedRunbooks(
  lists: readonly ChecklistState[],
  initial: readonly PinnedRunbookDto[] = [],
): PinnedRunbooks {
  const wanted = pinsOf(lists);
  return useQueries({
    queries: wanted.map(({ runbookVersionId: id, parserVersion }) => ({
      queryKey: pinnedKeys.one(id, parserVersion),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        apiGet<PinnedRunbookDto>(`/runbook-versions/${id}?parser=${parserVersion}`, { signal }),
      initialData: initial.find((known) => known.versionId === id && known.parserVersion === parserVersion),
      staleTime: Infinity,
    })),
    combine: lookup,
  });
}

/** A version as the present parser reads it: what is started or switched to. */
export function usePinnedVersion(versionId: string) {
  return useQuery({
    queryKey: pinnedKeys.latest(versionId),
    queryFn: ({ signal }) => apiGet<PinnedRunbookDto>(`/runbook-versions/${versionId}`, { signal }),
    staleTime: Infinity,
  });
}

function lookup(results: readonly { data: PinnedRunbookDto | undefined }[]): PinnedRunbooks {
  const runbooks = new Map(results.flatMap(({ data }) => (data ? [[data.versionId, data] as const] : [])));
  const steps = new Map(
    [...runbooks.values()].flatMap(({ versionId, sections }) =>
      sections.flatMap(({ items, flow }) =>
        [...items.filter((item) => item.type === "step"), ...(flow ? nodeSteps(flow) : [])].map(
          (step) => [`${versionId}/${step.key}`, step] as const,
        ),
      ),
    ),
  );
  return {
    runbook: (versionId) => (versionId ? runbooks.get(versionId) : undefined),
    section: ({ runbookVersionId, sectionKey }) =>
      runbooks.get(runbookVersionId ?? "")?.sections.find(({ key }) => key === sectionKey),
    step: (versionId, stepKey) => steps.get(`${versionId}/${stepKey}`),
  };
}

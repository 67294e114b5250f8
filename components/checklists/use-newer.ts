"use client";

import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { apiGet } from "@/components/api/fetch";
import { useLiveMessages } from "@/components/live/use-live";
import type { RoomView } from "@/components/room/use-room-view";
import type { NewerVersion, NewerVersionsDto } from "@/lib/checklists/dto";
import { decideWalk } from "@/lib/incidents/status.rules";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { pinsOf } from "@/lib/timeline/fold/pins.rules";
import { pinnedKeys } from "./use-pinned";

/** A newer version, with its words. */
export type Newer = NewerVersion & { words: PinnedRunbookDto };

const newerKeys = {
  all: ["newer-versions"] as const,
  of: (incidentKey: string, walked: readonly string[]) => ["newer-versions", incidentKey, walked] as const,
};

/**
 * The published versions that are newer than what an incident walks, by the version walked. It stays live: the stream
 * tells of every version that is published.
 */
export function useNewerVersions({ state }: Pick<RoomView, "state">): ReadonlyMap<string, Newer> {
  const client = useQueryClient();
  const walked = [
    ...new Set(pinsOf(state.checklists).map(({ runbookVersionId }) => runbookVersionId)),
  ].toSorted();
  const { data } = useQuery({
    queryKey: newerKeys.of(state.key, walked),
    queryFn: async ({ signal }) => {
      const { newer } = await apiGet<NewerVersionsDto>(`/incidents/${state.key}/newer-versions`, { signal });
      return Promise.all(newer.map(async (one) => ({ ...one, words: await keepWords(client, one.newerId) })));
    },
    enabled: walked.length > 0 && decideWalk(state.status).ok,
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
  useLiveMessages((message) => {
    if (message.type === "runbooks" || message.type === "resync")
      void client.invalidateQueries({ queryKey: newerKeys.all });
  });
  return useMemo(() => new Map(data?.map((newer) => [newer.versionId, newer])), [data]);
}

/** Has the words of a version at hand before anybody switches to it: then no title is empty for a moment. */
async function keepWords(client: QueryClient, versionId: string): Promise<PinnedRunbookDto> {
  const runbook = await client.fetchQuery({
    queryKey: pinnedKeys.latest(versionId),
    queryFn: ({ signal }) => apiGet<PinnedRunbookDto>(`/runbook-versions/${versionId}`, { signal }),
    staleTime: Infinity,
  });
  client.setQueryData(pinnedKeys.one(versionId, runbook.parserVersion), runbook);
  return runbook;
}

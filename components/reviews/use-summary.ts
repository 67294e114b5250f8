"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { apiGet, apiWrite } from "@/components/api/fetch";
import { useDirectory } from "@/components/api/directory";
import { useMe, type Me } from "@/components/api/me";
import { usePinnedRunbooks } from "@/components/checklists/use-pinned";
import { useTimeZone } from "@/components/clock/use-server-now";
import { useLiveMessages } from "@/components/live/use-live";
import { useRoom } from "@/components/live/use-room";
import { isAtLeast } from "@/lib/kernel/actor";
import type { RoomDto } from "@/lib/room/dto";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import type { SavedDto, SummaryDto } from "@/lib/summaries/dto";
import { isInWork } from "@/lib/summaries/state.rules";
import type { Names } from "@/lib/timeline/describe";
import { createNames } from "@/lib/timeline/describe/create-names";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { reviewKeys } from "./keys";
import { SummaryDrafts } from "./summary-drafts";
import { PART_NAMES } from "./words";

/** What the summary's page was rendered with. */
export interface FirstSummary {
  summary: SummaryDto;
  room: RoomDto;
  /** Entries of the story that are older than the room's newest. */
  story: Entry[];
  pinned: readonly PinnedRunbookDto[];
}

/** Everything that the parts of a summary's page show. */
export interface SummaryView {
  summary: SummaryDto;
  /** The incident as it is now; the summary tells of it as it was at `summary.body.derived.seq`. */
  state: IncidentState;
  entries: ReadonlyMap<number, Entry>;
  names: Names;
  timeZone: string;
  me: Me;
  /** May write parts and follow-ups. */
  mayEdit: boolean;
  drafts: SummaryDrafts;
  apply: (entries: readonly Entry[]) => void;
  /** Reads the summary again; resolves once it is there. */
  refresh: () => Promise<void>;
}

/** A summary that stays live: others' edits, submissions and decisions show without a reload. */
export function useSummary(first: FirstSummary): SummaryView {
  const key = first.summary.incidentKey;
  const me = useMe();
  const timeZone = useTimeZone();
  const directory = useDirectory();
  const client = useQueryClient();
  const { state, entries: newest, incidentKeys, apply } = useRoom(key, first.room);
  const { data: summary } = useQuery({
    queryKey: reviewKeys.summary(key),
    queryFn: ({ signal }) => apiGet<SummaryDto>(`/incidents/${key}/summary`, { signal }),
    initialData: first.summary,
    // Saves within one version write no entry, so the stream does not tell of them.
    refetchInterval: ({ state: { data: now } }) => (now && isInWork(now.state) ? 15_000 : false),
  });
  const refresh = () => client.invalidateQueries({ queryKey: reviewKeys.summary(key), exact: true });
  useLiveMessages((message) => {
    const concerns = message.type === "entries" && message.incidentId === summary.incidentId;
    const changes = concerns && (isInWork(summary.state) || message.entries.some(tellsOfSummary));
    if (message.type === "resync" || changes) void refresh();
    // Its earlier versions lost words too.
    if (concerns && message.entries.some(({ kind }) => kind === "summary.redacted"))
      client.removeQueries({ queryKey: reviewKeys.versions(key) });
  });
  const pinned = usePinnedRunbooks(state.checklists, first.pinned);
  const names = useMemo(
    () =>
      createNames({
        ...{ me: null, timeZone, state },
        ...{
          people: directory.people,
          machines: directory.machines,
          services: directory.services,
          environments: directory.environments,
        },
        stepTitle: (versionId, stepKey) => {
          const step = pinned.step(versionId, stepKey);
          return step && titleOf(step);
        },
        sectionTitle: (runbookVersionId, sectionKey) =>
          pinned.section({ runbookVersionId, sectionKey })?.title,
        runbookTitle: (id) => pinned.runbook(id)?.title,
        incidentKey: (id) => incidentKeys[id],
      }),
    [timeZone, directory, state, pinned, incidentKeys],
  );
  const entries = useMemo(
    () => new Map([...first.story, ...newest].map((entry) => [entry.seq, entry])),
    [first.story, newest],
  );
  const drafts = useDrafts(key, apply);
  const mayEdit = isAtLeast(me.accessRole, "responder") && state.status !== "closed";
  return { summary, state, entries, names, timeZone, me, mayEdit, drafts, apply, refresh };
}

function useDrafts(key: string, apply: (entries: readonly Entry[]) => void): SummaryDrafts {
  const client = useQueryClient();
  const [drafts] = useState(
    () =>
      new SummaryDrafts({
        incidentKey: key,
        write: (input) => apiWrite<SavedDto>("PUT", `/incidents/${key}/summary/parts`, input),
        onStored: (part, text, answer) => {
          // A read that began before this save would bring the old words back.
          void client.cancelQueries({ queryKey: reviewKeys.summary(key), exact: true });
          const before = client.getQueryData<SummaryDto>(reviewKeys.summary(key));
          if (before) client.setQueryData(reviewKeys.summary(key), withPart(before, part, text));
          if (answer) apply(answer.entries);
          // Its hash, and what the timeline says by now.
          if (answer) void client.invalidateQueries({ queryKey: reviewKeys.summary(key), exact: true });
        },
      }),
  );
  // After the first picture: the server does not know what this tab keeps.
  useEffect(() => drafts.restore(PART_NAMES), [drafts]);
  return drafts;
}

function withPart(summary: SummaryDto, part: keyof SummaryDto["body"]["parts"], text: string): SummaryDto {
  const { body } = summary;
  return {
    ...summary,
    body: { ...body, parts: { ...body.parts, [part]: text } },
  };
}

function tellsOfSummary({ kind }: Entry): boolean {
  return kind.startsWith("summary.") || kind === "incident.closed" || kind === "incident.reopened";
}

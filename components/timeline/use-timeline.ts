"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { apiGet } from "@/components/api/fetch";
import type { RoomView } from "@/components/room/use-room-view";
import type { EntriesDto } from "@/lib/record/dto";
import type { Entry } from "@/lib/timeline/events";
import { redactedTexts, withoutTexts } from "@/lib/timeline/redacted-entries.rules";
import { lineOf, mergeEntries, type Line } from "./lines.rules";
import { gatherMarks, pinsIn } from "./marks.rules";
import { timelineKeys } from "./query-keys";
import { hasOwnLine, isFiltered, matches, pageQuery, type PageParam, type TimelineView } from "./view.rules";

export interface Timeline {
  /** Newest first. */
  lines: Line[];
  /** What is pinned for everybody, however old it is; newest first. */
  pinned: Line[];
  /** The entry that a jump or a link leads to. */
  goal: number | null;
  hasOlder: boolean;
  loadOlder: () => void;
  loadingOlder: boolean;
  /** Only after a jump: newer entries that are not shown yet. */
  hasNewer: boolean;
  loadNewer: () => void;
  /** Nothing to show yet. */
  loading: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * The lines of a timeline: the room's live entries, older pages behind them, or another view read from the server
 * with the live entries on top.
 * @param room its `entries`: the newest without a gap, newest first
 * @param target the entry that the address leads to
 */
export function useTimeline(
  { state, entries: live, olderPins, names }: Pick<RoomView, "state" | "entries" | "olderPins" | "names">,
  view: TimelineView,
  target: number | null,
): Timeline {
  const incidentKey = state.key;
  const base = useContiguousBase(live);
  const own = !isFiltered(view) && view.around === null;
  const query = useInfiniteQuery({
    queryKey: timelineKeys.view(incidentKey, view, own ? (base[0]?.seq ?? 0) : null),
    queryFn: ({ pageParam, signal }) =>
      apiGet<EntriesDto>(`/incidents/${incidentKey}/entries?${pageQuery(view, pageParam)}`, { signal }),
    initialPageParam: null as PageParam,
    getNextPageParam: ({ nextBefore }): PageParam => (nextBefore === null ? null : { before: nextBefore }),
    getPreviousPageParam: ({ nextAfter }): PageParam => (nextAfter === null ? null : { after: nextAfter }),
    initialData: own ? { pages: [pageOf(base)], pageParams: [null] } : undefined,
    staleTime: own ? Infinity : 0,
  });
  const { data } = query;
  const found = data?.pages.find((page) => page.found !== null)?.found ?? null;
  const goal = view.around ? found : target;
  const told = useMemo(() => {
    const pages = data?.pages ?? [];
    const marks = gatherMarks(pages, [...live, ...olderPins]);
    // After a jump there may be a gap up to the present: live entries come once it is closed.
    const atPresent = view.around === null || (pages.length > 0 && pages[0]?.nextAfter === null);
    const entries = mergeEntries(...pages.map((page) => page.entries), atPresent ? live : []);
    const linesOf = (some: readonly Entry[]) => some.map((entry) => lineOf(entry, marks, names));
    const shown = entries.filter(
      (entry) => matches(entry, view, marks.pins) && hasOwnLine(entry, names, marks.pins, goal),
    );
    const pinned = mergeEntries(entries, olderPins).filter(({ seq }) => marks.pins.has(seq));
    return { lines: linesOf(shown), pinned: linesOf(pinned) };
  }, [data, live, olderPins, view, names, goal]);
  return {
    ...told,
    goal,
    hasOlder: query.hasNextPage,
    loadOlder: () => void query.fetchNextPage(),
    loadingOlder: query.isFetchingNextPage,
    hasNewer: query.hasPreviousPage,
    loadNewer: () => void query.fetchPreviousPage(),
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/**
 * The live entries as they were first, so that older pages stay behind them; new ones once there is a gap. Redacted
 * words do not stay in them.
 */
function useContiguousBase(live: readonly Entry[]): readonly Entry[] {
  const [base, setBase] = useState(live);
  const oldest = live.at(-1)?.seq ?? 0;
  const gap = oldest > (base[0]?.seq ?? 0) + 1;
  const gone = useMemo(() => redactedTexts(live), [live]);
  const now = gap ? live : withoutTexts(base, gone);
  if (now !== base) setBase(now);
  return now;
}

function pageOf(live: readonly Entry[]): EntriesDto {
  const oldest = live.at(-1)?.seq ?? 1;
  return {
    entries: [...live],
    nextBefore: oldest > 1 ? oldest : null,
    nextAfter: null,
    found: null,
    marks: { corrections: [], pins: pinsIn(live) },
  };
}

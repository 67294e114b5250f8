"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useListKeys } from "@/components/incidents/list/use-list-keys";
import { useLiveMessages } from "@/components/live/use-live";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { PageTitle } from "@/components/ui/page-title";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { ReviewPageDto } from "@/lib/summaries/dto";
import type { SummaryState } from "@/lib/summaries/state.rules";
import { reviewKeys } from "./keys";
import { ReviewLine } from "./review-line";
import { StateTabs } from "./state-tabs";
import { stateIn } from "./state-in";

interface ReviewsPageProps {
  initial: { state: SummaryState | null; page: ReviewPageDto };
}

/** The summaries that wait for a decision or for their authors, the most overdue first. The filter is in the address. */
export function ReviewsPage({ initial }: ReviewsPageProps) {
  const state = stateIn(useSearchParams().get("state"));
  const client = useQueryClient();
  const listRef = useRef<HTMLUListElement>(null);
  const [first] = useState(initial);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } =
    useInfiniteQuery({
      queryKey: reviewKeys.list(state),
      queryFn: ({ pageParam, signal }) => apiGet<ReviewPageDto>(listPath(state, pageParam), { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      ...(first.state === state && { initialData: { pages: [first.page], pageParams: [null] } }),
    });
  useListKeys(listRef);
  useLiveMessages((message) => {
    const concerns =
      message.type === "row" && (message.row.status === "resolved" || message.row.status === "closed");
    if (concerns || message.type === "gone" || message.type === "resync")
      void client.invalidateQueries({ queryKey: reviewKeys.lists });
  });
  const rows = data?.pages.flatMap((page) => page.reviews) ?? [];
  return (
    <>
      <PageTitle text="Reviews" />
      <TopBar title="Reviews" />
      <StateTabs current={state} />
      <div className="bg-surface flex-1">
        {error && (
          <Banner
            tone="bad"
            title={messageOf(error)}
            action={<Button onClick={() => void refetch()}>Try again</Button>}
            className="m-4"
          />
        )}
        {isPending && !error && <SkeletonRows rows={6} />}
        {data && rows.length === 0 && <Nothing state={state} />}
        <ul ref={listRef} aria-label="Summaries">
          {rows.map((row) => (
            <ReviewLine key={row.incidentKey} row={row} />
          ))}
        </ul>
        {hasNextPage && (
          <p className="px-4 py-3">
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              More
            </Button>
          </p>
        )}
      </div>
      {rows.length > 0 && (
        <footer className="border-line bg-canvas meta phone:hidden flex flex-none items-center gap-2.5 border-t px-4 py-2">
          <span>{state === "signed_off" ? "Newest first" : "Most overdue first"}</span>
          <span className="ml-auto">
            <Kbd keys="J" /> <Kbd keys="K" /> move
          </span>
          <span>
            <Kbd keys="Enter" /> open
          </span>
        </footer>
      )}
    </>
  );
}

const NOTHING: Record<SummaryState | "open", [title: string, text: string]> = {
  open: ["No summary is open.", "One is drafted from the timeline when an incident is resolved."],
  draft: ["No draft.", "One is made from the timeline when an incident is resolved."],
  in_review: ["Nothing waits for a decision.", "Authors submit a summary once every part is written."],
  returned: ["Nothing was returned.", "A reviewer returns a summary with a comment on what is missing."],
  signed_off: ["Nothing is signed off yet.", "A manager who wrote none of a summary signs it off."],
};

function Nothing({ state }: { state: SummaryState | null }) {
  const [title, text] = NOTHING[state ?? "open"];
  return <EmptyState title={title} text={text} />;
}

function listPath(state: SummaryState | null, after: string | null): string {
  const search = new URLSearchParams({ ...(state && { state }), ...(after && { after }) });
  return search.size > 0 ? `/reviews?${search}` : "/reviews";
}

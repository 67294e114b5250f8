"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useServerNow } from "@/components/clock/use-server-now";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { PanelHead } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { RotPageDto, UnansweredDto } from "@/lib/runbooks/rot/dto";
import { NEEDS_CARE, rotWords } from "@/lib/runbooks/rot/rot.rules";
import { times } from "./figure-words.rules";
import { runbookKeys } from "./keys";

interface RotPageProps {
  initial: RotPageDto;
  alerts: UnansweredDto;
}

/** What in the library needs care: runbooks with the reasons, the worst first, and alerts that none answers. */
export function RotPage({ initial, alerts }: RotPageProps) {
  return (
    <>
      <PageTitle text="Runbooks that need care" />
      <TopBar
        title="Needs care"
        back={
          <ButtonLink
            href="/runbooks"
            variant="quiet"
            icon="chevron-left"
            aria-label="Back to the runbooks"
          />
        }
      />
      <div className="grid flex-1 gap-px lg:grid-cols-[minmax(0,1fr)_320px]">
        <section className="bg-surface min-w-0" aria-label="Runbooks">
          <Runbooks initial={initial} />
        </section>
        <aside className="min-w-0" aria-label="Alerts that no runbook answers">
          <Unanswered initial={alerts} />
        </aside>
      </div>
    </>
  );
}

function Runbooks({ initial }: { initial: RotPageDto }) {
  const now = useServerNow({ step: 60_000 });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: runbookKeys.rot,
    queryFn: ({ pageParam, signal }) =>
      apiGet<RotPageDto>(pageParam ? `/runbook-rot?after=${pageParam}` : "/runbook-rot", { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [initial], pageParams: [null] },
  });
  const rows = data.pages.flatMap((page) => page.runbooks);
  return (
    <>
      {error && (
        <Banner
          tone="bad"
          title={messageOf(error)}
          action={<Button onClick={() => void refetch()}>Try again</Button>}
          className="m-4"
        />
      )}
      {rows.length === 0 && (
        <EmptyState
          title="Nothing needs care"
          text="Runbooks come here when nobody walks them, nobody keeps them, their links are dead or their steps are skipped every time."
        />
      )}
      {rows.length > 0 && (
        <p className="meta border-line border-b px-4 py-2">
          The number says how much care each needs, of 100 points: what is wrong is added up. From{" "}
          {NEEDS_CARE} on the library marks it.
        </p>
      )}
      <ul>
        {rows.map(({ id, slug, title, score, reasons }) => (
          <li
            key={id}
            className="border-line hover:bg-hover relative flex gap-3 border-t px-4 py-2 first:border-t-0"
          >
            <span className="w-18 flex-none text-right whitespace-nowrap tabular-nums">
              <span className="font-semibold">{score}</span>
              <span className="meta"> of 100</span>
            </span>
            <span className="min-w-0 flex-1 break-words">
              <Link
                href={`/runbooks/${slug}`}
                prefetch={false}
                className="font-medium after:absolute after:inset-0"
              >
                {title}
              </Link>
              <span className="text-ink-2 block">
                {reasons.map((reason) => rotWords(reason, now)).join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <p className="px-4 py-3">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            More
          </Button>
        </p>
      )}
    </>
  );
}

function Unanswered({ initial }: { initial: UnansweredDto }) {
  const { data } = useQuery({
    queryKey: runbookKeys.unanswered,
    queryFn: ({ signal }) => apiGet<UnansweredDto>("/unanswered-alerts", { signal }),
    initialData: initial,
  });
  return (
    <>
      <PanelHead title="Alerts that no runbook answers" count={data.alerts.length} />
      {data.alerts.length === 0 && (
        <p className="meta px-4 pb-4">Each alert that asked at /api/v1/runbook-matches had its runbook.</p>
      )}
      <ul className="pb-4">
        {data.alerts.map(({ name, count, lastAt }) => (
          <li key={name} className="flex min-h-9 items-center gap-2 px-4">
            <span className="min-w-0 flex-1 font-medium break-words">{name}</span>
            <span className="meta flex-none">
              {times(count)}, last <Time at={Date.parse(lastAt)} show="relative" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

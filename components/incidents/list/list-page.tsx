"use client";

import { messageOf } from "@/components/api/fetch";
import { useNoticeTitle } from "@/components/live/notices";
import { useLiveState } from "@/components/live/use-live";
import { searchFor } from "@/components/shell/commands";
import { LiveDot } from "@/components/shell/live-dot";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { PageTitle } from "@/components/ui/page-title";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { ListDto } from "@/lib/incidents/dto";
import { DeclareButton } from "../declare/declare-button";
import { openDeclare } from "../declare/declare-store";
import { FilterBar } from "./filter-bar";
import { isFiltered, readFilters } from "./filters.rules";
import { ListRows } from "./list-rows";
import { useAddress } from "./use-address";
import { useList } from "./use-list";
import { useNewer } from "./use-newer";

interface ListPageProps {
  initial: { search: string; page: ListDto };
}

/** All incidents: what needs attention first; filters and page stand in the address. */
export function ListPage({ initial }: ListPageProps) {
  const { filters, after, search, change, goTo } = useAddress();
  const list = useList(search, initial);
  const notice = useNoticeTitle();
  const live = useLiveState();
  const newer = useNewer(after);
  const page = list.data;
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <PageTitle text="Incidents" notice={notice} />
      <TopBar
        title="Incidents"
        meta={page && `${page.open} open, ${page.total.toLocaleString("en")} in all`}
        live={<LiveDot state={live.state} />}
        actions={<DeclareButton />}
      />
      <FilterBar filters={filters} onChange={(part) => change({ ...filters, ...part })} />
      {list.error && (
        <Banner
          tone="bad"
          title={messageOf(list.error)}
          action={<Button onClick={() => void list.refetch()}>Try again</Button>}
          className="m-4"
        />
      )}
      {!page && !list.error && <SkeletonRows rows={10} />}
      {page && page.rows.length > 0 && <ListRows search={list.isPlaceholderData ? "" : search} page={page} />}
      {page && page.rows.length === 0 && (
        <Nothing
          filtered={isFiltered(filters) || after !== null}
          words={filters.q}
          onClear={() => change(readFilters(new URLSearchParams()))}
        />
      )}
      {page && page.rows.length > 0 && (
        <footer className="border-line bg-canvas flex flex-none items-center gap-2.5 border-t px-4 py-2">
          <span className="meta phone:hidden truncate">
            Sorted by need: group, then severity, then lateness
          </span>
          <span className="meta ml-auto hidden items-center gap-2.5 lg:flex">
            <span>
              <Kbd keys="J" /> <Kbd keys="K" /> move
            </span>
            <span>
              <Kbd keys="Enter" /> open
            </span>
          </span>
          <span className="phone:w-full phone:*:flex-1 flex gap-1.5">
            <Button size="sm" disabled={after === null} onClick={() => goTo(newer())}>
              Newer
            </Button>
            <Button size="sm" disabled={page.next === null} onClick={() => goTo(page.next)}>
              Older
            </Button>
          </span>
        </footer>
      )}
    </div>
  );
}

interface NothingProps {
  filtered: boolean;
  /** What was looked for in titles and keys. */
  words: string;
  onClear: () => void;
}

function Nothing({ filtered, words, onClear }: NothingProps) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing matches these filters."
        text={
          words
            ? "Here titles and keys are looked through. What was said in incidents is found by the search of the console."
            : "Take one away, or clear them all."
        }
        action={
          <>
            {words && (
              <Button icon="search" onClick={() => searchFor(words)}>
                Search everything for “{words}”
              </Button>
            )}
            <Button onClick={onClear}>Clear all filters</Button>
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      title="No incidents yet."
      text="Nothing is on fire. A drill is a good way to get ready."
      action={
        <>
          <Button onClick={() => openDeclare({ kind: "drill" })}>Start a drill</Button>
          <Button variant="primary" kbd="D" onClick={() => openDeclare()}>
            Declare an incident
          </Button>
        </>
      }
    />
  );
}

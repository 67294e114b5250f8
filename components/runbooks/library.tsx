"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useKeys } from "@/components/shell/keys";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { ListRow } from "@/components/ui/list-row";
import { PageTitle } from "@/components/ui/page-title";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import type { RunbookPageDto } from "@/lib/runbooks/dto";
import { AddStarters } from "./add-starters";
import { runbookKeys } from "./keys";

/** The runbooks of the organisation: found by words, opened, imported. Search and filter live in the address. */
export function Library({ initial }: { initial: RunbookPageDto }) {
  const params = useSearchParams();
  const q = params.get("q") ?? "";
  const archived = params.get("archived") === "true";
  const [isFirst] = useState({ q, archived });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } =
    useInfiniteQuery({
      queryKey: runbookKeys.list(q, archived),
      queryFn: ({ pageParam, signal }) =>
        apiGet<RunbookPageDto>(listPath(q, archived, pageParam), { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
      ...(isFirst.q === q &&
        isFirst.archived === archived && { initialData: { pages: [initial], pageParams: [null] } }),
    });
  const rows = data?.pages.flatMap((page) => page.runbooks) ?? [];
  const mayImport = useMe().accessRole !== "viewer";
  const importButton = mayImport && (
    <ButtonLink href="/runbooks/import" variant="primary" icon="upload">
      Import
    </ButtonLink>
  );
  return (
    <>
      <PageTitle text="Runbooks" />
      <TopBar title="Runbooks" actions={importButton} />
      <Filters q={q} archived={archived} />
      <div className="bg-surface flex-1">
        {error && (
          <Banner
            tone="bad"
            title={messageOf(error)}
            action={<Button onClick={() => void refetch()}>Try again</Button>}
            className="m-4"
          />
        )}
        {isPending && <SkeletonRows rows={6} />}
        {data && rows.length === 0 && <Nothing filtered={q !== "" || archived} action={importButton} />}
        <ul>
          {rows.map((runbook) => (
            <ListRow
              key={runbook.id}
              icon={<Icon name="runbook" />}
              href={`/runbooks/${runbook.slug}`}
              title={runbook.title}
              meta={runbook.version ? `version ${runbook.version}` : "no version"}
              aside={<Time at={Date.parse(runbook.updatedAt)} show="relative" />}
            />
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
    </>
  );
}

function Filters({ q, archived }: { q: string; archived: boolean }) {
  const path = usePathname();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(q);
  const go = (next: { q: string; archived: boolean }) => {
    const search = new URLSearchParams({
      ...(next.q && { q: next.q }),
      ...(next.archived && { archived: "true" }),
    });
    // The list asks the console itself: the page need not be rendered anew for each letter.
    window.history.replaceState(null, "", search.size > 0 ? `${path}?${search}` : path);
  };
  const bindings = useMemo(
    () => [{ keys: "/", label: "Find a runbook", group: "Lists", run: () => input.current?.focus() }],
    [],
  );
  useKeys("runbooks", bindings);
  return (
    <div className="border-line flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <search className="w-72 max-w-full">
        <Input
          ref={input}
          aria-label="Find a runbook"
          leading="search"
          placeholder="Title, step, command, error…"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            go({ q: event.target.value.trim(), archived });
          }}
        />
      </search>
      <FilterChip
        label="Archived"
        value={archived ? "shown" : undefined}
        onClick={() => go({ q, archived: true })}
        onClear={() => go({ q, archived: false })}
      />
    </div>
  );
}

function Nothing({ filtered, action }: { filtered: boolean; action: React.ReactNode }) {
  return filtered ? (
    <EmptyState title="No runbook has these words" text="Try fewer words, or take away a filter." />
  ) : (
    <EmptyState
      title="No runbooks yet"
      text="Bring the Markdown that you already have. You see what became of each line before anything is saved."
      action={
        action && (
          <>
            {action}
            <AddStarters />
          </>
        )
      }
    />
  );
}

function listPath(q: string, archived: boolean, after: string | null): string {
  const search = new URLSearchParams({ q, archived: String(archived), ...(after && { after }) });
  return `/runbooks?${search}`;
}

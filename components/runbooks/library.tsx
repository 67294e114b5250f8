"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RunbookPageDto } from "@/lib/runbooks/dto";
import { AddStarters } from "./add-starters";
import { readFilters, writeFilters, type LibraryFilters } from "./filters.rules";
import { runbookKeys } from "./keys";
import { LibraryFilters as Filters } from "./library-filters";
import { LibraryHead, LibraryRow } from "./library-row";

interface LibraryProps {
  initial: { search: string; page: RunbookPageDto };
}

/** The runbooks of the organisation: found by words, opened, imported. Search and filter live in the address. */
export function Library({ initial }: LibraryProps) {
  const path = usePathname();
  const filters = readFilters(new URLSearchParams(useSearchParams().toString()));
  const search = writeFilters(filters);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } =
    useInfiniteQuery({
      queryKey: runbookKeys.list(search),
      queryFn: ({ pageParam, signal }) =>
        apiGet<RunbookPageDto>(`/runbooks?${writeFilters(filters, pageParam)}`, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
      ...(initial.search === search && { initialData: { pages: [initial.page], pageParams: [null] } }),
    });
  const change = (part: Partial<LibraryFilters>) => {
    const next = writeFilters({ ...filters, ...part });
    // The list asks the console itself: the page need not be rendered anew for each letter.
    window.history.replaceState(null, "", next ? `${path}?${next}` : path);
  };
  const rows = data?.pages.flatMap((page) => page.runbooks) ?? [];
  const mayImport = useMe().accessRole !== "viewer";
  const importButton = mayImport && (
    <>
      <ButtonLink href="/runbooks/new" icon="plus">
        New
      </ButtonLink>
      <ButtonLink href="/runbooks/import" variant="primary" icon="upload">
        Import
      </ButtonLink>
    </>
  );
  return (
    <>
      <PageTitle text="Runbooks" />
      <TopBar
        title="Runbooks"
        actions={
          <>
            <ButtonLink href="/runbooks/rot" variant="quiet" className="phone:hidden">
              Needs care
            </ButtonLink>
            {importButton}
          </>
        }
      />
      <Filters filters={filters} onChange={change} />
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
        {data && rows.length === 0 && (
          <Nothing filtered={search !== ""} near={data.pages[0]?.near ?? []} action={importButton} />
        )}
        {/* The bar of a phone has no room for it beside the title. */}
        <p className="border-line border-b px-2 sm:hidden">
          <ButtonLink href="/runbooks/rot" variant="quiet">
            Needs care
          </ButtonLink>
        </p>
        {rows.length > 0 && <LibraryHead />}
        <ul>
          {rows.map((runbook) => (
            <LibraryRow key={runbook.id} runbook={runbook} q={filters.q} />
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

interface NothingProps {
  filtered: boolean;
  near: RunbookPageDto["near"];
  action: React.ReactNode;
}

function Nothing({ filtered, near, action }: NothingProps) {
  if (near.length > 0)
    return (
      <EmptyState
        title="No runbook matches"
        text="Did you mean one of these?"
        action={
          <>
            {near.map(({ slug, title }) => (
              <ButtonLink key={slug} href={`/runbooks/${slug}`}>
                {title}
              </ButtonLink>
            ))}
          </>
        }
      />
    );
  return filtered ? (
    <EmptyState title="No runbook matches" text="Try fewer words, or take away a filter." />
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

"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useTimeZone } from "@/components/clock/use-server-now";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import type { AuditPage as Page, AuditThing } from "@/lib/people/dto";
import type { Names } from "@/lib/timeline/describe";
import { createNames } from "@/lib/timeline/describe/create-names";
import { AdminNav } from "./admin-nav";
import { AuditRow } from "./audit-row";
import { ABOUT, auditSearch, pageOf, type AuditFilters } from "./audit-words.rules";

const auditKeys = { of: (filters: AuditFilters) => ["audit", filters] as const };

interface AuditPageProps {
  filters: AuditFilters;
  first: Page;
}

/** Who changed what in the console itself, newest first. */
export function AuditPage({ filters, first }: AuditPageProps) {
  const query = useInfiniteQuery({
    queryKey: auditKeys.of(filters),
    queryFn: ({ pageParam, signal }) => apiGet<Page>(`/audit?${auditSearch(filters, pageParam)}`, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [first], pageParams: [null] },
  });
  const { pages } = query.data;
  const things = useMemo(
    () => new Map(pages.flatMap((page) => page.things).map((thing) => [thing.id, thing])),
    [pages],
  );
  const names = useNames(things);
  const { personName } = useDirectory();
  const entries = pages.flatMap((page) => page.entries);
  return (
    <>
      <TopBar title="Administration" />
      <AdminNav />
      <AuditFilterBar filters={filters} />
      {entries.length === 0 ? (
        <EmptyState
          title={filters.actor ? "They did nothing of this kind." : "Nothing of this kind has happened yet."}
        />
      ) : (
        <ol aria-label="Audit log" reversed className="border-line border-y">
          {entries.map((entry) => (
            <AuditRow key={entry.seq} entry={entry} names={names} page={pageOf(entry, things, personName)} />
          ))}
        </ol>
      )}
      {query.error && <Banner tone="bad" className="m-4" title={messageOf(query.error)} />}
      {query.hasNextPage && (
        <div className="p-4">
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Show earlier
          </Button>
        </div>
      )}
    </>
  );
}

/** What the log is narrowed to; it lives in the address, so that a view can be sent. */
function AuditFilterBar({ filters }: { filters: AuditFilters }) {
  const router = useRouter();
  const { people } = useDirectory();
  const show = (change: Partial<AuditFilters>) =>
    router.replace(`/admin/audit?${auditSearch({ ...filters, ...change })}`);
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3">
      <Select
        aria-label="What it is about"
        placeholder="About anything"
        value={filters.about}
        options={ABOUT}
        onChange={({ target }) => show({ about: target.value })}
        className="phone:flex-1 w-44"
      />
      <Select
        aria-label="Who did it"
        placeholder="By anybody"
        value={filters.actor}
        options={people
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ target }) => show({ actor: target.value })}
        className="phone:flex-1 w-44"
      />
    </div>
  );
}

function useNames(things: ReadonlyMap<string, AuditThing>): Names {
  const { people, machines, services, environments } = useDirectory();
  const timeZone = useTimeZone();
  const me = useMe().id;
  return useMemo(() => {
    const nameOf = (id: string) => things.get(id)?.name;
    return createNames({
      ...{ me, timeZone, people, machines, services, environments },
      ...{ runbookTitle: nameOf, webhookName: nameOf, linkName: nameOf },
    });
  }, [me, timeZone, people, machines, services, environments, things]);
}

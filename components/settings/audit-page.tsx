"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useTimeZone } from "@/components/clock/use-server-now";
import { TopBar } from "@/components/shell/top-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import type { AuditPage as Page } from "@/lib/people/dto";
import type { Names } from "@/lib/timeline/describe";
import { createNames } from "@/lib/timeline/describe/create-names";
import { AdminNav } from "./admin-nav";
import { AuditRow } from "./audit-row";

const ABOUT = [
  { value: "person", label: "People" },
  { value: "link", label: "Links" },
  { value: "token", label: "Tokens" },
  { value: "environment", label: "Environments" },
  { value: "service", label: "Services" },
  { value: "runbook", label: "Runbooks" },
  { value: "webhook", label: "Webhooks" },
  { value: "target", label: "Targets" },
] as const;

interface AuditPageProps {
  /** Beginning of the kinds that are shown; empty: all. */
  about: string;
  first: Page;
}

/** Who changed what in the console itself, newest first. */
export function AuditPage({ about, first }: AuditPageProps) {
  const router = useRouter();
  const names = useNames();
  const query = useInfiniteQuery({
    queryKey: ["audit", about],
    queryFn: ({ pageParam, signal }) => apiGet<Page>(`/audit?${search(about, pageParam)}`, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [first], pageParams: [null] },
  });
  const entries = query.data.pages.flatMap((page) => page.entries);
  return (
    <>
      <TopBar title="Administration" />
      <AdminNav />
      <div className="flex items-center gap-2 px-4 py-3">
        <Select
          aria-label="What it is about"
          placeholder="About anything"
          value={about}
          options={ABOUT}
          onChange={({ target }) => router.replace(`/admin/audit${target.value && `?about=${target.value}`}`)}
          className="w-44"
        />
      </div>
      {entries.length === 0 ? (
        <EmptyState title="Nothing of this kind has happened yet." />
      ) : (
        <ol aria-label="Audit log" reversed className="border-line border-y">
          {entries.map((entry) => (
            <AuditRow key={entry.seq} entry={entry} names={names} />
          ))}
        </ol>
      )}
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

function useNames(): Names {
  const { people, machines, services, environments } = useDirectory();
  const timeZone = useTimeZone();
  const me = useMe().id;
  return useMemo(
    () => createNames({ me, timeZone, people, machines, services, environments }),
    [me, timeZone, people, machines, services, environments],
  );
}

function search(about: string, before: number | null): URLSearchParams {
  return new URLSearchParams({ ...(about && { about }), ...(before && { before: String(before) }) });
}

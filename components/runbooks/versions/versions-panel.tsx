"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { apiGet, messageOf } from "@/components/api/fetch";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PanelHead } from "@/components/ui/panel";
import type { RunbookDto, VersionPageDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "../keys";
import { VersionLine } from "./version-line";

/** The versions of a runbook, newest first. */
export function VersionsPanel({ runbook }: { runbook: RunbookDto }) {
  const { slug, versions, moreVersions, publishedVersionId } = runbook;
  const older = useInfiniteQuery({
    // Each version says whether it is the published one.
    queryKey: [...runbookKeys.versions(slug), moreVersions, publishedVersionId],
    queryFn: ({ pageParam, signal }) =>
      apiGet<VersionPageDto>(`/runbooks/${slug}/versions?before=${pageParam}`, { signal }),
    initialPageParam: moreVersions,
    getNextPageParam: ({ next }) => next,
    enabled: false,
  });
  const pages = older.data?.pages ?? [];
  const shown = [...versions, ...pages.flatMap((page) => page.versions)];
  const hasMore = pages.length === 0 ? moreVersions !== null : older.hasNextPage;
  return (
    <>
      <PanelHead title="Versions" count={versions[0]?.number ?? 0} />
      <ul className="pb-2">
        {shown.map((version) => (
          <VersionLine key={version.id} slug={slug} version={version} />
        ))}
      </ul>
      {older.error && <Banner tone="bad" className="mx-4 mb-2" title={messageOf(older.error)} />}
      {hasMore && (
        <p className="px-4 pb-3">
          <Button
            busy={older.isFetching}
            onClick={() => void (pages.length === 0 ? older.refetch() : older.fetchNextPage())}
          >
            Older versions
          </Button>
        </p>
      )}
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet } from "@/components/api/fetch";
import { TopBar } from "@/components/shell/top-bar";
import { ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import type { VersionContentDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "../keys";
import { ParsedView } from "../reading/parsed-view";
import { VersionActions } from "./version-actions";
import { VersionState } from "./version-state";
import { authorOf } from "./author.rules";

/** One version of a runbook: what it became, its Markdown, and what can be done with it. */
export function VersionPage({ initial }: { initial: VersionContentDto }) {
  const [tab, setTab] = useState<"checklist" | "source">("checklist");
  const { personName } = useDirectory();
  const { slug } = initial;
  const { data: content } = useQuery({
    queryKey: runbookKeys.version(slug, initial.version.number),
    queryFn: ({ signal }) =>
      apiGet<VersionContentDto>(`/runbooks/${slug}/versions/${initial.version.number}`, { signal }),
    initialData: initial,
  });
  const { version, title, parsed, source } = content;
  return (
    <>
      <PageTitle text={`${title}, version ${version.number}`} />
      <TopBar
        title={title}
        meta={`version ${version.number}`}
        back={
          <ButtonLink
            href={`/runbooks/${slug}`}
            variant="quiet"
            icon="chevron-left"
            aria-label="Back to the runbook"
          />
        }
        actions={<VersionActions content={content} />}
      />
      <div className="bg-surface min-w-0 flex-1">
        <div className="border-line flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2">
          <span className="font-medium sm:hidden">Version {version.number}</span>
          <VersionState state={version.state} />
          <span className="meta">
            <Time at={Date.parse(version.createdAt)} show="both" />
            {`, ${authorOf(version, personName)}`}
            {version.restores !== null && `; brings version ${version.restores} back`}
          </span>
          {version.why && <span className="w-full break-words">{version.why}</span>}
        </div>
        <Tabs
          value={tab}
          onValueChange={setTab}
          label="Version"
          items={[
            { value: "checklist", label: "Checklist" },
            { value: "source", label: "Markdown" },
          ]}
        >
          <div className="p-4">
            {tab === "checklist" && <ParsedView parsed={parsed} />}
            {tab === "source" && (
              <pre tabIndex={0} className="font-mono text-xs break-words whitespace-pre-wrap">
                {source}
              </pre>
            )}
          </div>
        </Tabs>
      </div>
    </>
  );
}

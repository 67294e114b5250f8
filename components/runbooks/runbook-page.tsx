"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useWrite } from "@/components/api/use-write";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageTitle } from "@/components/ui/page-title";
import { PanelHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { can } from "@/lib/auth/policy.rules";
import type { RunbookDto } from "@/lib/runbooks/dto";
import { DetailsPanel } from "./details-panel";
import { isKept, KeptBy } from "./kept-by";
import { runbookKeys } from "./keys";
import { Findings, ParsedView } from "./parsed-view";

/** A runbook: what it became, its Markdown, its versions. */
export function RunbookPage({ initial }: { initial: RunbookDto }) {
  const [tab, setTab] = useState<"checklist" | "source">("checklist");
  const { data: runbook } = useQuery({
    queryKey: runbookKeys.one(initial.slug),
    queryFn: ({ signal }) => apiGet<RunbookDto>(`/runbooks/${initial.slug}`, { signal }),
    initialData: initial,
  });
  const me = useMe();
  return (
    <>
      <PageTitle text={runbook.title} />
      <TopBar
        title={runbook.title}
        meta={`version ${runbook.versions[0]?.number ?? 0}`}
        back={
          <ButtonLink
            href="/runbooks"
            variant="quiet"
            icon="chevron-left"
            aria-label="Back to the runbooks"
          />
        }
        actions={
          can(me, "runbook.import") && (
            <ButtonLink
              href={`/runbooks/import?renews=${runbook.slug}`}
              icon={isKept(runbook) ? "pencil" : "upload"}
            >
              {isKept(runbook) ? "Change how it is read" : "New version"}
            </ButtonLink>
          )
        }
      />
      <div className="grid flex-1 gap-px lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="bg-surface min-w-0">
          {runbook.archivedAt && (
            <Banner tone="warn" className="m-4" title="Archived. It is not offered any more." />
          )}
          <KeptBy runbook={runbook} />
          <Tabs
            value={tab}
            onValueChange={setTab}
            label="Runbook"
            items={[
              { value: "checklist", label: "Checklist" },
              { value: "source", label: "Markdown" },
            ]}
          >
            <div className="p-4">
              {tab === "checklist" && runbook.parsed && <ParsedView parsed={runbook.parsed} />}
              {tab === "source" && (
                <pre tabIndex={0} className="font-mono text-xs break-words whitespace-pre-wrap">
                  {runbook.source}
                </pre>
              )}
            </div>
          </Tabs>
        </div>
        <aside className="min-w-0" aria-label="About this runbook">
          <DetailsPanel runbook={runbook} />
          <Versions runbook={runbook} />
          <PanelHead title="Findings" count={runbook.parsed?.findings.length ?? 0} />
          <div className="px-4 pb-4">{runbook.parsed && <Findings findings={runbook.parsed.findings} />}</div>
          {can(me, "runbook.archive") && !isKept(runbook) && <Archive runbook={runbook} />}
        </aside>
      </div>
    </>
  );
}

function Versions({ runbook }: { runbook: RunbookDto }) {
  const { personName } = useDirectory();
  return (
    <>
      <PanelHead title="Versions" count={runbook.versions.length} />
      <ul className="pb-2">
        {runbook.versions.map((version) => (
          <li key={version.id} className="flex min-h-9 items-center gap-2 px-4">
            <span className="font-medium tabular-nums">{version.number}</span>
            <span className="meta min-w-0 flex-1">
              <span className="block truncate">
                <Time at={Date.parse(version.createdAt)} />
                {version.createdById && `, ${personName(version.createdById)}`}
              </span>
              {version.commit && <LastCommit commit={version.commit} />}
            </span>
            <a
              className="text-act text-xs hover:underline"
              href={`/api/v1/runbook-versions/${version.id}/source`}
              download
            >
              Markdown
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function LastCommit({ commit }: { commit: NonNullable<RunbookDto["versions"][number]["commit"]> }) {
  return (
    <span className="block break-words">
      {commit.subject} (<code>{commit.hash.slice(0, 7)}</code>, {commit.author})
    </span>
  );
}

function Archive({ runbook }: { runbook: RunbookDto }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const archived = runbook.archivedAt !== null;
  const change = useWrite<{ slug: string }>(
    () => ({ method: "PUT", path: `/runbooks/${runbook.slug}/archived`, body: { archived: !archived } }),
    {
      onSuccess: () => {
        setAsking(false);
        return client.invalidateQueries({ queryKey: runbookKeys.all });
      },
      // Restoring asks nothing: there is no dialog to say it.
      onError: (error) => archived && toast.failed(messageOf(error)),
    },
  );
  return (
    <div className="border-line border-t p-4">
      <Button
        variant="quiet"
        onClick={() => (archived ? change.mutate() : setAsking(true))}
        busy={change.isPending}
      >
        {archived ? "Restore" : "Archive…"}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Archive ${runbook.title}?`}
        description="It is not offered any more. Checklists that use it keep their version."
        confirmLabel="Archive"
        onConfirm={() => change.mutate()}
        busy={change.isPending}
        error={change.error ? messageOf(change.error) : undefined}
      />
    </div>
  );
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useWrite } from "@/components/api/use-write";
import { DeclareWith } from "@/components/incidents/declare/declare-with";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageTitle } from "@/components/ui/page-title";
import { PanelHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { can } from "@/lib/auth/policy.rules";
import type { RunbookDto } from "@/lib/runbooks/dto";
import type { FiguresDto } from "@/lib/runbooks/learning/dto";
import { DetailsPanel } from "./details-panel";
import { isKept, KeptBy } from "./kept-by";
import { runbookKeys } from "./keys";
import { Learned, RunbookFigures } from "./learned";
import { Findings, ParsedView } from "./reading/parsed-view";
import { VersionsPanel } from "./versions/versions-panel";
import { authorOf } from "./versions/author.rules";

/** A runbook: what it became, its Markdown, its versions. */
export function RunbookPage({ initial, figures }: { initial: RunbookDto; figures: FiguresDto }) {
  const [tab, setTab] = useState<"checklist" | "source">("checklist");
  const { data: runbook } = useQuery({
    queryKey: runbookKeys.one(initial.slug),
    queryFn: ({ signal }) => apiGet<RunbookDto>(`/runbooks/${initial.slug}`, { signal }),
    initialData: initial,
  });
  const me = useMe();
  return (
    <Learned slug={runbook.slug} initial={figures}>
      <PageTitle text={runbook.title} />
      <TopBar
        title={runbook.title}
        meta={publishedWords(runbook)}
        back={
          <ButtonLink
            href="/runbooks"
            variant="quiet"
            icon="chevron-left"
            aria-label="Back to the runbooks"
          />
        }
        actions={
          <>
            <DeclareWith runbook={runbook} className="phone:hidden" />
            {can(me, "runbook.import") && !runbook.archivedAt && <Changes runbook={runbook} />}
          </>
        }
      />
      <div className="grid flex-1 gap-px lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="bg-surface min-w-0">
          {runbook.archivedAt && (
            <Banner tone="warn" className="m-4" title="Archived. It is not offered any more." />
          )}
          <KeptBy runbook={runbook} />
          {/* The bar of a phone has no room for it beside the title. */}
          <div className="px-4 pt-3 empty:hidden sm:hidden">
            <DeclareWith runbook={runbook} />
          </div>
          <Unpublished runbook={runbook} />
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
          <RunbookFigures />
          <VersionsPanel runbook={runbook} />
          <PanelHead title="Findings" count={runbook.parsed?.findings.length ?? 0} />
          <div className="px-4 pb-4">{runbook.parsed && <Findings findings={runbook.parsed.findings} />}</div>
          {can(me, "runbook.archive") && !isKept(runbook) && <Archive runbook={runbook} />}
        </aside>
      </div>
    </Learned>
  );
}

/** The ways to another version. */
function Changes({ runbook }: { runbook: RunbookDto }) {
  const me = useMe();
  return (
    <>
      <ButtonLink
        href={`/runbooks/import?renews=${runbook.slug}`}
        icon={isKept(runbook) ? "pencil" : "upload"}
        className={isKept(runbook) ? undefined : "phone:hidden"}
      >
        {isKept(runbook) ? "Change how it is read" : "New version"}
      </ButtonLink>
      {can(me, "runbook.edit") && !isKept(runbook) && (
        <ButtonLink href={`/runbooks/${runbook.slug}/edit`} icon="pencil">
          Edit
        </ButtonLink>
      )}
    </>
  );
}

function publishedWords({ versions, publishedVersionId }: RunbookDto): string {
  const published = versions.find(({ id }) => id === publishedVersionId);
  return published ? `version ${published.number}` : "not published";
}

/** What is newer than the published version, or that none is. */
function Unpublished({ runbook }: { runbook: RunbookDto }) {
  const [newest] = runbook.versions;
  const { personName } = useDirectory();
  if (newest?.state !== "draft") return null;
  return (
    <Banner
      icon="pencil"
      className="m-4"
      title={`Version ${newest.number} by ${authorOf(newest, personName)} is a draft.`}
      action={
        <ButtonLink href={`/runbooks/${runbook.slug}/versions/${newest.number}`}>Look at it</ButtonLink>
      }
    >
      {newest.why && `${newest.why} `}
      {runbook.publishedVersionId ? "What is published is below." : "Nothing is published yet."}
    </Banner>
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

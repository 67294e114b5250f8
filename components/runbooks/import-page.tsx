"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { useKeys } from "@/components/shell/keys";
import { useLeaving } from "@/components/shell/leaving";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageTitle } from "@/components/ui/page-title";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ImportedDto } from "@/lib/runbooks/dto";
import type { Choice } from "@/lib/runbooks/parse/choices";
import { runbookKeys } from "./keys";
import { newerIn } from "./newer-in";
import { PreviewPanes } from "./preview/preview-panes";
import { isDraftKept, useDraft, type Draft, type Reading } from "./preview/use-draft";

interface ImportPageProps {
  /** Saves a new version of this one; absent: a new runbook. */
  renews?: Renewed | undefined;
}

export interface Renewed {
  id: string;
  slug: string;
  title: string;
  /** The published version: its text and bytes, what was changed about it, and the file it came from. */
  source: string;
  versionId: string | undefined;
  choices: Choice[];
  fileName: string | undefined;
  /** The newest version, published or not: what somebody saves meanwhile is not saved over unseen. */
  basedOn: string | undefined;
  /** The number of the version that is saved. */
  number: number;
  /** Its text is kept in a folder: only how it is read is changed here. */
  isFixed: boolean;
}

const NEW = { source: "", choices: [], fileName: undefined, versionId: undefined };

/** Markdown in, checklist out: what became of each line is seen, and changed, before anything is saved. */
export function ImportPage({ renews }: ImportPageProps) {
  // What this tab kept of an earlier import is known only once scripts run.
  if (useHydrated()) return <Import key={renews?.id} renews={renews} />;
  return (
    <>
      <TopBar title={titleOf(renews)} />
      <SkeletonRows rows={10} />
    </>
  );
}

function Import({ renews }: ImportPageProps) {
  const { source, choices, fileName, versionId } = renews ?? NEW;
  const name = renews ? draftName(renews.id, versionId) : "new";
  const draft = useDraft({ name, text: source, choices, fileName, versionId });
  const { save, error, isSaving } = useSave(draft, renews);
  const newer = newerIn(error);
  const notYet = whyNot(draft);
  const title = titleOf(renews);
  const home = renews ? `/runbooks/${renews.slug}` : "/runbooks";
  const leaving = useLeaving(draft.isChanged && !isSaving);
  useSaveKey(notYet || isSaving ? null : save);
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <PageTitle text={renews ? title : "Import a runbook"} />
      <TopBar
        title={title}
        meta={draft.fileName && <span className="font-mono">{draft.fileName}</span>}
        back={
          <ButtonLink
            href={home}
            variant="quiet"
            icon="chevron-left"
            aria-label={renews ? "Back to the runbook" : "Back to the runbooks"}
            className="phone:hidden"
          />
        }
        actions={
          <>
            <ButtonLink href={home} variant="quiet">
              Discard
            </ButtonLink>
            <Button variant="primary" busy={isSaving} notYet={notYet} onClick={() => save()} kbd="$mod+S">
              <span>
                Save <span className="phone:hidden">as version {renews?.number ?? 1}</span>
              </span>
            </Button>
          </>
        }
      />
      {error && (
        <Banner
          tone="bad"
          title={messageOf(error)}
          className="m-2"
          action={
            newer && (
              <>
                <ButtonLink href={`/runbooks/${renews?.slug}/versions/${newer.number}`} target="_blank">
                  Look at it
                </ButtonLink>
                <Button onClick={() => save(newer.versionId)}>Save on top of it</Button>
              </>
            )
          }
        />
      )}
      {!renews && draft.reading?.namesake && (
        <Namesake of={draft.reading.namesake} draft={draft} isSaving={isSaving} />
      )}
      <PreviewPanes draft={draft} canSplit={!renews} isFixed={renews?.isFixed} />
      <ConfirmDialog
        open={leaving.wanted !== null}
        onOpenChange={leaving.stay}
        title="Discard what is not saved?"
        description="The text and what you changed about it are not kept."
        confirmLabel="Discard"
        cancelLabel="Keep working"
        danger
        onConfirm={() => {
          draft.release();
          leaving.go();
        }}
      />
    </div>
  );
}

function titleOf(renews: Renewed | undefined): string {
  if (!renews) return "Import preview";
  return renews.isFixed ? `How ${renews.title} is read` : `New version of ${renews.title}`;
}

function useSave(draft: Draft, renews: Renewed | undefined) {
  const router = useRouter();
  const client = useQueryClient();
  const write = useWrite<ImportedDto, string | undefined>(
    (basedOn) => ({
      method: "POST",
      path: "/runbooks",
      body: { ...draft.body(), runbookId: renews?.id, basedOn },
    }),
    {
      onSuccess: (imported) => {
        draft.release();
        void client.invalidateQueries({ queryKey: runbookKeys.all });
        const words = `${imported.title}, version ${imported.number}`;
        toast.done(imported.saved ? `Imported: ${words}` : `Nothing new: ${words} is this very document`);
        router.push(`/runbooks/${imported.slug}`);
      },
    },
  );
  // Until the next page is there, a second press would save a second runbook.
  const isSaving = write.isPending || write.isSuccess;
  return { save: (basedOn = renews?.basedOn) => write.mutate(basedOn), error: write.error, isSaving };
}

interface NamesakeProps {
  of: NonNullable<Reading["namesake"]>;
  draft: Draft;
  isSaving: boolean;
}

/** The library has one of this title: most often this is its next version. */
function Namesake({ of, draft, isSaving }: NamesakeProps) {
  const { id, slug, title, publishedVersionId, kept } = of;
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const name = draftName(id, publishedVersionId ?? undefined);
  const open = () => router.push(`/runbooks/import?renews=${slug}`);
  const move = () => {
    draft.moveTo(name);
    open();
  };
  if (isSaving) return null;
  return (
    <Banner
      tone="warn"
      title={`The library has “${title}” already.`}
      className="m-2"
      action={
        <>
          <ButtonLink href={`/runbooks/${slug}`} target="_blank">
            Look at it
          </ButtonLink>
          {!kept && (
            <Button onClick={() => (isDraftKept(name) ? setAsking(true) : move())}>
              Make this its next version
            </Button>
          )}
        </>
      }
    >
      Saved here it becomes a second one of that name.
      {kept && " That one is kept in sync from a folder: its next version is written there."}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Replace what this tab holds of “${title}”?`}
        description="A next version of it was begun in this tab and is not saved. This document would take its place."
        confirmLabel="Replace it"
        danger
        onConfirm={move}
      >
        <Button className="justify-self-start" onClick={open}>
          Open what was begun; this document stays here
        </Button>
      </ConfirmDialog>
    </Banner>
  );
}

function draftName(runbookId: string, versionId: string | undefined): string {
  return `${runbookId}:${versionId ?? "draft"}`;
}

function whyNot({ text, error, isBehind }: Draft): string | undefined {
  if (text.trim() === "") return "Paste Markdown or choose a file first";
  if (error) return "It could not be read";
  return isBehind ? "The last change is being read" : undefined;
}

/** ⌘S saves the document and not the page, also while there is nothing to save yet. */
function useSaveKey(save: (() => void) | null) {
  const bindings = useMemo(
    () => [
      { keys: "$mod+s", label: "Save the version", group: "Preview", run: () => save?.(), inInputs: true },
    ],
    [save],
  );
  useKeys("import", bindings);
}

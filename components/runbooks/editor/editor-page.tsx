"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useMe } from "@/components/api/me";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useKeys } from "@/components/shell/keys";
import { useGo, useLeaving } from "@/components/shell/leaving";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageTitle } from "@/components/ui/page-title";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { can } from "@/lib/auth/policy.rules";
import type { VersionContentDto } from "@/lib/runbooks/dto";
import { TEMPLATE } from "@/lib/runbooks/template.rules";
import { ChecklistPane } from "./checklist-pane";
import { MarkdownPane, showLines } from "./markdown-pane";
import { OpenFieldsProvider, useOpenFields } from "./open-fields";
import { SaveDialog } from "./save-dialog";
import { usePreview } from "./use-preview";
import { useRunbookText, type Base } from "./use-runbook-text";
import { useSave } from "./use-save";

interface EditorPageProps {
  /** The newest version of the runbook; null: a new one, from the template. */
  content: VersionContentDto | null;
}

/** A runbook's Markdown beside the checklist that it becomes. */
export function EditorPage({ content }: EditorPageProps) {
  // What this tab kept of an earlier edit is known only once scripts run.
  if (useHydrated()) return <Editor content={content} />;
  return (
    <>
      <TopBar title={content ? content.title : "New runbook"} />
      <SkeletonRows rows={10} />
    </>
  );
}

const SAVE = { keys: "$mod+s", label: "Save", group: "Runbook", inInputs: true };
const UNDO = { keys: "$mod+z", label: "Undo the last change of a step", group: "Runbook" };
const VIEWS = [
  { value: "markdown", label: "Markdown" },
  { value: "checklist", label: "Checklist" },
] as const;

function Editor({ content }: EditorPageProps) {
  const go = useGo();
  const me = useMe();
  const field = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState<"markdown" | "checklist">("markdown");
  const [isAsking, setAsking] = useState(false);
  const base = useMemo(() => baseOf(content), [content]);
  const text = useRunbookText(content ? `edit:${content.slug}` : "new", base);
  const isBehind = content !== null && text.draft.number < content.version.number;
  const preview = usePreview(text, isBehind ? null : base);
  const { save, isSaving, newer } = useSave(content?.slug ?? null, text);
  const home = content ? `/runbooks/${content.slug}` : "/runbooks";
  const title = content ? `Edit ${content.title}` : "New runbook";
  const fields = useOpenFields();
  const reason = whyNot(text.draft.source, text.changed, content);
  function askToSave() {
    const taken = fields.takeIn();
    if (taken || (taken === false && !reason)) setAsking(true);
    else if (taken === false && reason) toast.failed(reason);
  }
  const leaving = useLeaving((text.changed || fields.anyHolds) && !isSaving);
  const takeInFirst = useEffectEvent(() => fields.takeIn() === null && leaving.stay());
  useEffect(() => {
    if (leaving.wanted !== null) takeInFirst();
  }, [leaving.wanted]);
  const bindings = [
    {
      ...SAVE,
      run: (event: KeyboardEvent) => {
        event.preventDefault();
        if (!reason || fields.anyOpen) askToSave();
      },
    },
    { ...UNDO, run: text.undo, off: !text.canUndo },
  ];
  useKeys("runbook-editor", bindings);
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <PageTitle text={title} />
      <TopBar
        title={title}
        meta={text.draft.number > 0 && `from version ${text.draft.number}`}
        back={<IconButton icon="chevron-left" label="Back" onClick={() => go(home)} />}
        actions={
          <Button
            variant="primary"
            kbd="$mod+s"
            notYet={fields.anyOpen ? undefined : reason}
            onClick={askToSave}
          >
            Save…
          </Button>
        }
      />
      {isBehind && (
        <Banner
          tone="warn"
          className="m-4"
          title={`Version ${content.version.number} was saved after your text began from version ${text.draft.number}.`}
          action={<Button onClick={text.drop}>Drop my text</Button>}
        >
          Your text is what this tab kept.
        </Banner>
      )}
      {content && !content.exact && (
        <Banner tone="warn" className="m-4" title="Some bytes of this document are no UTF-8.">
          They show as “\uFFFD”, and are saved so.
        </Banner>
      )}
      <div className="border-line border-b px-4 py-2 lg:hidden">
        <SegmentedControl name="view" label="View" value={view} onValueChange={setView} options={VIEWS} />
      </div>
      <div className="grid min-h-0 flex-1 lg:grid-cols-2">
        <div
          className={cn("bg-surface flex min-h-0 min-w-0 flex-col", view !== "markdown" && "max-lg:hidden")}
        >
          <MarkdownPane text={text} fieldRef={field} />
        </div>
        <div
          className={cn(
            "border-line min-h-0 min-w-0 overflow-y-auto lg:border-l",
            view !== "checklist" && "max-lg:hidden",
          )}
        >
          <OpenFieldsProvider value={fields.setOpened}>
            <ChecklistPane
              text={text}
              preview={preview}
              mayChoose={!isBehind || text.draft.chosen !== null}
              onShow={(lines) => {
                setView("markdown");
                // Where only one view is shown, the field is not there before.
                requestAnimationFrame(() => field.current && showLines(field.current, lines));
              }}
            />
          </OpenFieldsProvider>
        </div>
      </div>
      {isAsking && (
        <SaveDialog
          open
          onOpenChange={setAsking}
          title={content ? `Save version ${text.draft.number + 1}` : "Save the new runbook"}
          reasonNeeded={content !== null}
          mayPublish={can(me, "runbook.publish")}
          busy={isSaving}
          error={save.error}
          conflict={
            newer && content
              ? {
                  ...{
                    number: newer.number,
                    href: differenceOf(content.slug, text.draft.number, newer.number),
                  },
                  onRebase: () => {
                    text.rebase(newer.versionId, newer.number);
                    save.reset();
                  },
                }
              : null
          }
          onSave={(how) => save.mutate(how)}
        />
      )}
      <ConfirmDialog
        open={leaving.wanted !== null}
        onOpenChange={leaving.stay}
        title="Leave without saving?"
        description="The text stays in this browser tab, and is there when you come back."
        confirmLabel="Leave"
        cancelLabel="Stay"
        onConfirm={leaving.go}
      >
        <Button
          variant="danger"
          className="justify-self-start"
          onClick={() => {
            text.release();
            leaving.go();
          }}
        >
          Leave and drop the text
        </Button>
      </ConfirmDialog>
    </div>
  );
}

function baseOf(content: VersionContentDto | null): Base {
  if (!content) return { source: TEMPLATE, choices: [], versionId: null, number: 0 };
  const { source, choices, version } = content;
  return { source, choices, versionId: version.id, number: version.number };
}

function whyNot(source: string, changed: boolean, content: VersionContentDto | null): string | undefined {
  if (source.trim() === "") return "There is nothing to save yet";
  return changed || content === null ? undefined : "Nothing is changed yet";
}

function differenceOf(slug: string, from: number, to: number): string {
  return `/runbooks/${slug}/versions?from=${from}&to=${to}`;
}

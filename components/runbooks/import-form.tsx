"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type DragEvent } from "react";
import { apiPost, messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { PageTitle } from "@/components/ui/page-title";
import { PanelHead } from "@/components/ui/panel";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useSettled } from "@/components/ui/use-settled";
import type { PreviewDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "./keys";
import { Findings, ParsedView } from "./parsed-view";
import { readMarkdownFile, type MarkdownFile } from "./read-file";

interface ImportFormProps {
  /** Saves a new version of this one; absent: a new runbook. */
  renews?: { id: string; title: string; source: string };
}

interface Imported {
  slug: string;
  number: number;
  title: string;
  saved: boolean;
}

/** Markdown in, checklist out: what became of each line is seen before anything is saved. */
export function ImportForm({ renews }: ImportFormProps) {
  const router = useRouter();
  const client = useQueryClient();
  const [source, setSource] = useState(renews?.source ?? "");
  const [file, setFile] = useState<MarkdownFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = usePreview(source, file);
  const save = useWrite<Imported>(
    () => ({
      method: "POST",
      path: "/runbooks",
      body: { ...contentOf(source, file), fileName: file?.name, runbookId: renews?.id },
    }),
    {
      onSuccess: (imported) => {
        void client.invalidateQueries({ queryKey: runbookKeys.all });
        const words = `${imported.title}, version ${imported.number}`;
        toast.done(imported.saved ? `Imported: ${words}` : `Nothing new: ${words} is these very lines`);
        router.push(`/runbooks/${imported.slug}`);
      },
    },
  );

  async function take(chosen: File | undefined) {
    if (!chosen) return;
    try {
      const read = await readMarkdownFile(chosen);
      setFile(read);
      setSource(read.text);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The file could not be read.");
    }
  }

  return (
    <>
      <PageTitle text={renews ? `New version of ${renews.title}` : "Import a runbook"} />
      <TopBar
        title={renews ? `New version of ${renews.title}` : "Import a runbook"}
        back={
          <ButtonLink
            href="/runbooks"
            variant="quiet"
            icon="chevron-left"
            aria-label="Back to the runbooks"
          />
        }
        actions={
          <Button
            variant="primary"
            busy={save.isPending}
            notYet={source.trim() === "" ? "Paste Markdown or choose a file first" : undefined}
            onClick={() => save.mutate()}
          >
            {renews ? "Save version" : "Save runbook"}
          </Button>
        }
      />
      <div
        className="grid flex-1 gap-px lg:grid-cols-2"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <div className="bg-surface min-w-0 p-4">
          {(problem ?? save.error) && (
            <Banner tone="bad" className="mb-3" title={problem ?? messageOf(save.error)} />
          )}
          <label className="mb-3 flex flex-wrap items-center gap-2">
            <span className="font-medium">Markdown file</span>
            <input
              type="file"
              accept=".md,.markdown,.mdx,.txt,text/markdown,text/plain"
              onChange={(event) => void take(event.target.files?.[0])}
            />
          </label>
          <Field
            label="Or paste it"
            hint={
              file
                ? `${file.name} is kept byte for byte unless you edit it here.`
                : "Headings become sections, list items become steps."
            }
          >
            <Textarea
              className="font-mono text-xs"
              minRows={18}
              maxRows={40}
              spellCheck={false}
              value={source}
              onChange={(event) => {
                setSource(event.target.value);
                setFile((before) => before && { ...before, base64: null });
              }}
            />
          </Field>
        </div>
        <div className="bg-canvas min-w-0 p-4">
          <Preview source={source} preview={preview} />
        </div>
      </div>
    </>
  );
}

function Preview({ source, preview }: { source: string; preview: ReturnType<typeof usePreview> }) {
  if (source.trim() === "") {
    return (
      <EmptyState
        title="What will become of it"
        text="Sections, steps, commands and exit criteria show here as you paste."
      />
    );
  }
  if (preview.error) return <Banner tone="bad" title={messageOf(preview.error)} />;
  if (!preview.data) return <p className="meta">Reading…</p>;
  const { title, sections, findings, lines } = preview.data.parsed;
  const steps = sections.flatMap((section) => section.items.filter((item) => item.type === "step")).length;
  return (
    <>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="meta mb-3" role="status">
        {sections.length} {sections.length === 1 ? "section" : "sections"}, {steps}{" "}
        {steps === 1 ? "step" : "steps"}; {lines.accounted} of {lines.total} lines accounted for
        {lines.notImported > 0 && `, ${lines.notImported} not imported`}
      </p>
      <PanelHead title="Findings" count={findings.length} className="px-0" />
      <Findings findings={findings} />
      <hr className="border-line my-4" />
      <ParsedView parsed={preview.data.parsed} />
    </>
  );
}

/** What the import would make of the text, asked when the typing rests. */
function usePreview(source: string, file: MarkdownFile | null) {
  const settled = useSettled(source, 300);
  return useQuery({
    queryKey: ["runbook-previews", settled, file?.name ?? null],
    queryFn: ({ signal }) =>
      apiPost<PreviewDto>("/runbooks/previews", { source: settled, fileName: file?.name }, { signal }),
    enabled: settled.trim() !== "",
    placeholderData: (before) => before,
    staleTime: Infinity,
    // Each holds a whole document.
    gcTime: 10_000,
  });
}

function contentOf(source: string, file: MarkdownFile | null) {
  return file?.base64 ? { sourceBase64: file.base64 } : { source };
}

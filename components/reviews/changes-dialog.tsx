"use client";

import { useQuery } from "@tanstack/react-query";
import { apiGet, messageOf } from "@/components/api/fetch";
import { Banner } from "@/components/ui/banner";
import { WordChanges } from "@/components/ui/word-changes";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { SummaryBody } from "@/lib/summaries/schemas";
import { factLines, followUpLines } from "./changes.rules";
import { reviewKeys } from "./keys";
import type { SummaryView } from "./use-summary";
import { PART_WORDS } from "./words";

interface ChangesDialogProps {
  view: SummaryView;
  /** The version that was decided on. */
  from: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What changed between a version that was decided on and the text of now, word by word. */
export function ChangesDialog({ view, from, open, onOpenChange }: ChangesDialogProps) {
  const { incidentKey, version, body } = view.summary;
  const { data, error, isPending } = useQuery({
    queryKey: reviewKeys.version(incidentKey, from),
    queryFn: ({ signal }) =>
      apiGet<{ body: SummaryBody }>(`/incidents/${incidentKey}/summary/versions/${from}`, { signal }),
    staleTime: Infinity,
  });
  const compared = data ? compare(data.body, body, view) : [];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={`From version ${from} to version ${version}`}
      description="Added words are underlined, removed words are struck through."
    >
      {error && <Banner tone="bad" title={messageOf(error)} />}
      {isPending && <SkeletonRows rows={4} />}
      {data && compared.length === 0 && <p>No word changed.</p>}
      <div className="space-y-4">
        {compared.map(({ title, before, after }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-1 font-semibold">{title}</h3>
            <Changes before={before} after={after} />
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface Compared {
  title: string;
  before: string;
  after: string;
}

function compare(before: SummaryBody, after: SummaryBody, { names, timeZone }: SummaryView): Compared[] {
  const parts = Object.entries(PART_WORDS).map(([name, { title }]) => {
    const part = name as keyof SummaryBody["parts"];
    return { title, before: before.parts[part], after: after.parts[part] };
  });
  return [
    ...parts,
    { title: "Follow-ups", before: followUpLines(before, names), after: followUpLines(after, names) },
    { title: "From the timeline", before: factLines(before, timeZone), after: factLines(after, timeZone) },
  ].filter((row) => row.before !== row.after);
}

function Changes({ before, after }: { before: string; after: string }) {
  return (
    <p className="text-base/5.5 break-words whitespace-pre-line">
      <WordChanges {...{ before, after }} />
    </p>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { useStore } from "@/components/ui/store";
import { formatTimeWithSeconds } from "@/lib/kernel/clock-times";
import type { PartName } from "@/lib/summaries/schemas";
import type { SummaryView } from "./use-summary";

/** Beside the heading: whether what is typed is saved, and when it was. */
export function SaveNote({ view, part }: { view: SummaryView; part: PartName }) {
  const { drafts, timeZone } = view;
  const draft = useStore(drafts.drafts)[part];
  const phase = useStore(drafts.phases)[part];
  const { saving, savedAt, failed } = phase ?? {};
  const saveNow = (
    <Button size="sm" variant="quiet" onClick={() => void drafts.save(part)}>
      Save now
    </Button>
  );
  if (failed)
    return (
      <span role="alert" className="text-bad font-medium">
        Not saved. {failed} {saveNow}
      </span>
    );
  if (draft?.theirs) return "Not saved: choose below";
  if (saving) return "Saving";
  if (draft && !phase) return <>Kept from before, not saved yet {saveNow}</>;
  if (draft) return "Kept here, not saved yet";
  return savedAt ? `Saved ${formatTimeWithSeconds(savedAt, timeZone)}` : null;
}

"use client";

import { Icon } from "@/components/ui/icon";
import { useStore } from "@/components/ui/store";
import { Textarea } from "@/components/ui/textarea";
import type { PartName } from "@/lib/summaries/schemas";
import { PartConflict } from "./part-conflict";
import type { SummaryView } from "./use-summary";
import { PART_WORDS } from "./words";

interface PartEditorProps {
  view: SummaryView;
  part: PartName;
  /** What an edit would do beyond the words. */
  warning?: string;
}

/** The field of a part. What is typed is kept in this tab at once, and saved when typing rests or the field is left. */
export function PartEditor({ view, part, warning }: PartEditorProps) {
  const { drafts, summary } = view;
  const draft = useStore(drafts.drafts)[part];
  const stored = summary.body.parts[part];
  return (
    <div className="grid gap-2">
      {warning && (
        <p className="meta text-warn flex items-center gap-1.5">
          <Icon name="incident" size="xs" />
          {warning}
        </p>
      )}
      <Textarea
        aria-label={PART_WORDS[part].title}
        placeholder={PART_WORDS[part].hint}
        maxLength={20_000}
        minRows={3}
        maxRows={24}
        value={draft?.text ?? stored}
        onChange={(event) => drafts.type(part, stored, event.target.value)}
        onBlur={() => void drafts.save(part)}
      />
      {draft?.theirs && <PartConflict view={view} part={part} draft={draft} theirs={draft.theirs} />}
    </div>
  );
}

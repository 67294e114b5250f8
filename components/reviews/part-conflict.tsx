"use client";

import { useDirectory } from "@/components/api/directory";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { PartName } from "@/lib/summaries/schemas";
import type { PartDraft, Theirs } from "./draft.rules";
import type { SummaryView } from "./use-summary";
import { PART_WORDS } from "./words";

interface PartConflictProps {
  view: SummaryView;
  part: PartName;
  draft: PartDraft;
  theirs: Theirs;
}

/** Somebody else stored this part meanwhile: both texts, and which one goes on. */
export function PartConflict({ view, part, draft, theirs }: PartConflictProps) {
  const { drafts } = view;
  const { personName } = useDirectory();
  const author = theirs.authorId ? personName(theirs.authorId) : "Somebody";

  function takeOver() {
    const mine = drafts.takeTheirs(part);
    toast.done(`${PART_WORDS[part].title}: the text of ${author} stays`, {
      undo: () => mine !== null && drafts.type(part, theirs.text, mine),
    });
  }

  return (
    <div
      role="alert"
      className="border-warn-line bg-warn-soft text-ink grid gap-2 rounded-md border p-3 text-sm"
    >
      <p className="text-warn flex gap-2">
        <Icon name="incident" className="mt-px" />
        <span>
          <strong className="font-semibold">{author} changed this part meanwhile.</strong> Nothing of yours is
          lost. Copy over what you need, then choose.
        </span>
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        <Side title={`Stored, by ${author}`}>
          <p className="break-words whitespace-pre-line">{theirs.text || "Nothing."}</p>
        </Side>
        <Side title="Yours, not saved">
          <p className="break-words whitespace-pre-line">{draft.text || "Nothing."}</p>
        </Side>
      </div>
      <p className="flex flex-wrap justify-end gap-2">
        <Button onClick={takeOver}>Take over theirs</Button>
        <Button variant="primary" onClick={() => drafts.keepMine(part)}>
          Keep mine
        </Button>
      </p>
    </div>
  );
}

function Side({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="bg-surface min-w-0 rounded-sm p-2">
      <p className="meta mb-1 font-medium">{title}</p>
      {children}
    </section>
  );
}

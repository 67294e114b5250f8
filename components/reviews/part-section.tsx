"use client";

import { useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { Button } from "@/components/ui/button";
import { useStore } from "@/components/ui/store";
import type { PartName } from "@/lib/summaries/schemas";
import { isInWork } from "@/lib/summaries/state.rules";
import { PartEditor } from "./part-editor";
import { Prose } from "./prose";
import { SaveNote } from "./save-note";
import { Section } from "./section";
import type { SummaryView } from "./use-summary";
import { PART_WORDS } from "./words";

interface PartSectionProps {
  view: SummaryView;
  part: PartName;
}

/** A part that people write. An empty one of a draft is open for writing; a written one opens with its button. */
export function PartSection({ view, part }: PartSectionProps) {
  const { summary, state, mayEdit, drafts } = view;
  const text = summary.body.parts[part];
  const inWork = isInWork(summary.state);
  // A choice holds until the summary is submitted, or taken out of review.
  const [chosen, setChosen] = useState<{ open: boolean; inWork: boolean } | null>(null);
  const hydrated = useHydrated();
  const unsaved = useStore(drafts.drafts)[part] !== undefined;
  const touched = useStore(drafts.phases)[part] !== undefined;
  const { title } = PART_WORDS[part];
  const writing =
    mayEdit &&
    (unsaved || (chosen?.inWork === inWork ? chosen.open : inWork && (text.trim() === "" || touched)));

  async function done() {
    await drafts.save(part);
    await view.refresh();
    setChosen({ open: false, inWork });
  }

  return (
    <Section
      id={part}
      title={title}
      note={writing && hydrated ? <SaveNote view={view} part={part} /> : undefined}
      action={
        mayEdit &&
        (writing ? (
          text.trim() !== "" && (
            <Button size="sm" variant="quiet" onClick={() => void done()}>
              Done
            </Button>
          )
        ) : (
          <Button
            size="sm"
            variant="quiet"
            icon="pencil"
            aria-label={`Edit ${title}`}
            title={consequence(summary.state)}
            onClick={() => setChosen({ open: true, inWork })}
          >
            Edit
          </Button>
        ))
      }
    >
      {writing && (
        <div className="print:hidden">
          <PartEditor view={view} part={part} warning={consequence(summary.state)} />
        </div>
      )}
      <div className={writing ? "hidden print:block" : undefined}>
        {text.trim() === "" ? (
          <p className="text-ink-3">Not written yet.</p>
        ) : (
          <Prose blocks={summary.prose[part]} incidentKey={summary.incidentKey} lastSeq={state.seq} />
        )}
      </div>
    </Section>
  );
}

/** What an edit would do beyond the words. */
function consequence(state: SummaryView["summary"]["state"]): string | undefined {
  if (state === "in_review") return "An edit takes it out of review; it must be submitted again.";
  if (state === "signed_off") return "An edit voids the sign-off; it must be reviewed again.";
  return undefined;
}

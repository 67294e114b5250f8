"use client";

import { useState } from "react";
import { useWrite } from "@/components/api/use-write";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useStore } from "@/components/ui/store";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import type { PartName } from "@/lib/summaries/schemas";
import type { SummaryView } from "./use-summary";
import { PART_NAMES, PART_WORDS } from "./words";

/** Hands the text over for review, once all of it is written and saved. */
export function SubmitForm({ view }: { view: SummaryView }) {
  const { summary, drafts } = view;
  const typed = useStore(drafts.drafts);
  const [unsaved, setUnsaved] = useState<PartName[]>([]);
  const [flushing, setFlushing] = useState(false);
  const submit = useWrite<Written>(
    () => ({ method: "PUT", path: `/incidents/${summary.incidentKey}/summary/submission` }),
    {
      onSuccess: async (written) => {
        view.apply(written.entries);
        drafts.settle();
        await view.refresh();
        toast.done("Submitted for review");
      },
    },
  );
  const missing = PART_NAMES.filter((part) => (typed[part]?.text ?? summary.body.parts[part]).trim() === "");
  const list = missing.map((part) => PART_WORDS[part].title.toLowerCase()).join(", ");
  const error = submit.error?.detail;

  /** A save that arrived after the submission would take it out of review again. */
  async function saveAndSubmit() {
    setFlushing(true);
    const left = await drafts.flush();
    setFlushing(false);
    setUnsaved(left);
    if (left.length === 0) submit.mutate();
  }

  return (
    <div className="grid gap-2">
      {missing.length > 0 ? (
        <div>
          <p className="font-semibold">Still to write</p>
          <ul>
            {missing.map((part) => (
              <li key={part}>
                <a href={`#${part}`} className="link phone:py-2 inline-block">
                  {PART_WORDS[part].title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-ink-2">
          Every part is written. What the timeline says and the follow-ups are taken anew and frozen with the
          text.
        </p>
      )}
      {unsaved.length > 0 && (
        <Banner tone="bad" title="Not submitted.">
          Not saved yet: {unsaved.map((part) => PART_WORDS[part].title).join(", ")}.
        </Banner>
      )}
      {error && <Banner tone="bad" title={error} />}
      <Button
        variant="primary"
        size="lg"
        busy={flushing || submit.isPending}
        notYet={missing.length > 0 ? `Still to write: ${list}.` : undefined}
        onClick={() => void saveAndSubmit()}
      >
        Submit for review
      </Button>
    </div>
  );
}

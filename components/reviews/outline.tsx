"use client";

import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { Icon } from "@/components/ui/icon";
import { StepIcon } from "@/components/ui/step-icon";
import { isAtLeast } from "@/lib/kernel/actor";
import { listed } from "@/lib/timeline/describe/sentence";
import { VerifyDialog } from "./lazy";
import { sectionsOf } from "./sections.rules";
import type { SummaryView } from "./use-summary";

/** The sections with what is missing, who wrote, and the timeline that it all comes from. */
export function Outline({ view }: { view: SummaryView }) {
  const { summary, state } = view;
  const sections = sectionsOf(summary.body, state.followUps);
  const complete = sections.filter((section) => section.complete).length;
  return (
    <nav
      aria-label="Sections"
      className="border-line sticky top-12 hidden h-[calc(100dvh-48px)] overflow-y-auto border-r py-3.5 pr-2 pl-4 lg:block print:hidden"
    >
      <p className="meta px-2 pb-1.5 tabular-nums">
        {complete} of {sections.length} sections complete
      </p>
      <ul>
        {sections.map(({ id, title, complete: done, note }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="text-ink-2 hover:bg-hover grid min-h-7.5 grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-1.5 rounded-sm px-2"
            >
              <StepIcon state={done ? "done" : "todo"} label={done ? "Complete" : "Something is missing"} />
              <span className="truncate">{title}</span>
              <span className="meta tabular-nums">{note}</span>
            </a>
          </li>
        ))}
      </ul>
      <hr className="border-line mx-2 my-3" />
      <WrittenBy view={view} />
      <TimelineHead view={view} />
    </nav>
  );
}

function WrittenBy({ view }: { view: SummaryView }) {
  const { personName } = useDirectory();
  const authors = view.summary.authorIds.map((id) => personName(id));
  return (
    <p className="meta px-2">
      {authors.length > 0 ? `Written by ${listed(authors)}.` : "Nobody has written yet."} Every derived line
      names its timeline entry; a click goes there.
    </p>
  );
}

/** What the summary was made from, and the way to see that nothing in it was altered. */
export function TimelineHead({ view }: { view: SummaryView }) {
  const [verifying, setVerifying] = useState(false);
  const { seq, head } = view.summary.body.derived;
  return (
    <div className="meta flex gap-1.5 px-2 pt-3">
      <Icon name="lock" size="xs" className="mt-0.5" />
      <p className="min-w-0 tabular-nums">
        Timeline of {seq} entries, head{" "}
        <span className="font-mono" title={head}>
          {seq}:{head.slice(0, 12)}
        </span>
        {isAtLeast(view.me.accessRole, "manager") && (
          <>
            {" "}
            <button type="button" className="link" onClick={() => setVerifying(true)}>
              Verify
            </button>
          </>
        )}
      </p>
      {verifying && <VerifyDialog room={view} open onOpenChange={setVerifying} />}
    </div>
  );
}

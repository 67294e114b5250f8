"use client";

import { useDirectory } from "@/components/api/directory";
import { useHydrated } from "@/components/ui/use-hydrated";
import { Banner } from "@/components/ui/banner";
import { formatDay, formatTime } from "@/lib/kernel/clock-times";
import { DecideForm } from "./decide-form";
import { signOffStage } from "./sign-off.rules";
import { SubmitForm } from "./submit-form";
import type { SummaryView } from "./use-summary";

/** What this person can do now: submit, decide, or know why not. */
export function SignOffStep({ view }: { view: SummaryView }) {
  const { personName } = useDirectory();
  const hydrated = useHydrated();
  const stage = signOffStage(view.summary, view.me);
  switch (stage.kind) {
    case "submit":
      return <SubmitForm view={view} />;
    case "decide":
      // Its comment may come from this tab's memory, which the server does not have.
      return hydrated ? <DecideForm key={view.summary.version} view={view} /> : null;
    case "wait":
      return <p className="text-ink-2">{stage.why}</p>;
    case "closed_unsigned":
      return <p className="text-ink-2">The incident is closed; its summary was not signed off.</p>;
    case "signed_off": {
      if (!stage.decision) return null;
      const { personId, at, version, comment } = stage.decision;
      const when = `${formatDay(Date.parse(at), view.timeZone)}, ${formatTime(Date.parse(at), view.timeZone)}`;
      return (
        <Banner tone="good" title={`${personName(personId)} signed off version ${version}.`}>
          {when}.{comment && <span className="block whitespace-pre-line">{comment}</span>}
        </Banner>
      );
    }
  }
}

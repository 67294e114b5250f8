"use client";

import { useDirectory } from "@/components/api/directory";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { formatDate, formatExact } from "@/lib/kernel/clock-times";
import { FollowUps } from "./follow-ups";
import { KeyTimes } from "./key-times";
import { TimelineHead } from "./outline";
import { PartSection } from "./part-section";
import { PhaseBar } from "./phase-bar";
import { Criteria, OpenSteps, Participants, Steps, Updates } from "./record-sections";
import { ReviewDue } from "./summary-bar";
import { StatePill } from "./state-pill";
import { Story } from "./story";
import { holdingSignOff } from "./sign-off.rules";
import type { SummaryView } from "./use-summary";

/** The summary itself, in the order in which it is exported. */
export function Document({ view }: { view: SummaryView }) {
  const { summary, names, timeZone } = view;
  const { derived } = summary.body;
  const day = formatDate(Date.parse(derived.keyTimes.startedAt ?? derived.keyTimes.declaredAt), timeZone);
  const where = [
    names.environment(derived.environmentId),
    ...derived.serviceIds.map((id) => names.service(id)),
  ];
  return (
    <article className="bg-surface phone:px-4 min-w-0 px-9 pt-4.5 pb-10 text-base/5.5 print:p-0">
      <p className="mb-2 flex flex-wrap items-center gap-2 sm:hidden print:flex">
        <span className="hidden print:inline">{summary.incidentKey}</span>
        <SeverityBadge severity={derived.severity} />
        <StatePill summary={summary} />
        <span className="meta">
          <ReviewDue summary={summary} />
        </span>
      </p>
      <h2 className="text-[22px]/7 tracking-[-.022em] break-words">{derived.title}</h2>
      <p className="meta mt-1">
        {day}, {where.join(", ")}. Commander{" "}
        {derived.commanderId ? names.person(derived.commanderId) : "nobody"}.
      </p>
      <section id="times" aria-label="Key times" className="scroll-mt-16">
        <KeyTimes derived={derived} />
        <PhaseBar derived={derived} />
      </section>
      <PartSection view={view} part="impact" />
      <Story view={view} />
      <PartSection view={view} part="rootCause" />
      <PartSection view={view} part="remediation" />
      <PartSection view={view} part="wentWell" />
      <Updates view={view} />
      <Criteria view={view} />
      <Steps view={view} />
      <OpenSteps view={view} />
      <Participants view={view} />
      <FollowUps view={view} />
      <div className="mt-4 lg:hidden print:hidden">
        <TimelineHead view={view} />
      </div>
      <PrintedFoot view={view} />
    </article>
  );
}

/** On paper only: which text this is, and who signed it off. */
function PrintedFoot({ view: { summary, timeZone } }: { view: SummaryView }) {
  const { personName } = useDirectory();
  const signed = holdingSignOff(summary);
  const { seq, head } = summary.body.derived;
  return (
    <p className="meta mt-6 hidden border-t pt-2 break-all print:block">
      Version {summary.version}, SHA-256 {summary.sha256}.{" "}
      {signed
        ? `Signed off by ${personName(signed.personId)}, ${formatExact(Date.parse(signed.at), timeZone)}.`
        : "Not signed off."}{" "}
      Timeline head {seq}:{head}.
    </p>
  );
}

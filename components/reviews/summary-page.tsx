"use client";

import { PageTitle } from "@/components/ui/page-title";
import { Document } from "./document";
import { Outline } from "./outline";
import { SignOffPanel } from "./sign-off-panel";
import { SummaryBar } from "./summary-bar";
import { useSummary, type FirstSummary } from "./use-summary";

interface SummaryPageProps {
  first: FirstSummary;
  /** What the Markdown file is called. */
  fileName: string;
}

/** A post-incident summary: what is missing at the left, the text, and the sign-off at the right. */
export function SummaryPage({ first, fileName }: SummaryPageProps) {
  const view = useSummary(first);
  const { incidentKey, body } = view.summary;
  return (
    <>
      <PageTitle text={`Review ${incidentKey} ${body.derived.title}`} />
      <SummaryBar view={view} fileName={fileName} />
      <div className="flex-1 md:grid md:grid-cols-[minmax(0,1fr)_300px] lg:grid-cols-[204px_minmax(0,1fr)_316px] print:block">
        <Outline view={view} />
        <Document view={view} />
        <SignOffPanel view={view} />
      </div>
    </>
  );
}

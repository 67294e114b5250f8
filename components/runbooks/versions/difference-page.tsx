"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet, messageOf } from "@/components/api/fetch";
import { TopBar } from "@/components/shell/top-bar";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import type { DifferenceDto, VersionDto, VersionPageDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "../keys";
import { LineChanges } from "./line-changes";
import { StepChanges } from "./step-changes";
import { authorOf } from "./author.rules";

interface DifferencePageProps {
  initial: DifferenceDto;
  /** The newest versions, to choose from. */
  versions: VersionPageDto;
}

/** What changed from one version of a runbook to another, by steps and by lines. Both stand in the address. */
export function DifferencePage({ initial, versions }: DifferencePageProps) {
  const [tab, setTab] = useState<"steps" | "lines">("steps");
  const path = usePathname();
  const params = useSearchParams();
  const from = Number(params.get("from") ?? initial.from.number);
  const to = Number(params.get("to") ?? initial.to.number);
  const { slug, title } = initial;
  const { data, error, isPending } = useQuery({
    queryKey: runbookKeys.difference(slug, from, to),
    queryFn: ({ signal }) =>
      apiGet<DifferenceDto>(`/runbooks/${slug}/differences?from=${from}&to=${to}`, { signal }),
    ...(initial.from.number === from && initial.to.number === to && { initialData: initial }),
  });
  const choose = (part: { from?: number; to?: number }) => {
    const next = { from, to, ...part };
    window.history.replaceState(null, "", `${path}?from=${next.from}&to=${next.to}`);
  };
  const options = [...new Set([...versions.versions.map(({ number }) => number), from, to])].sort(
    (a, b) => b - a,
  );
  return (
    <>
      <PageTitle text={`${title}, version ${from} to ${to}`} />
      <TopBar
        title={title}
        meta={`from version ${from} to version ${to}`}
        back={
          <ButtonLink
            href={`/runbooks/${slug}`}
            variant="quiet"
            icon="chevron-left"
            aria-label="Back to the runbook"
          />
        }
      />
      <div className="border-line flex flex-wrap items-center gap-2 border-b px-4 py-2">
        <Choice
          label="From version"
          value={from}
          options={options}
          onChange={(number) => choose({ from: number })}
        />
        <Choice
          label="to version"
          value={to}
          options={options}
          onChange={(number) => choose({ to: number })}
        />
        {data && <About version={data.to} />}
      </div>
      {error && <Banner tone="bad" className="m-4" title={messageOf(error)} />}
      {isPending && <SkeletonRows rows={8} />}
      {data && (
        <div className="bg-surface min-w-0 flex-1">
          <Tabs
            value={tab}
            onValueChange={setTab}
            label="What changed"
            items={[
              { value: "steps", label: "Steps", count: data.steps.length },
              { value: "lines", label: "Markdown" },
            ]}
          >
            {tab === "steps" ? <Steps difference={data} /> : <Lines difference={data} />}
          </Tabs>
        </div>
      )}
    </>
  );
}

function Steps({ difference }: { difference: DifferenceDto }) {
  if (difference.steps.length > 0) return <StepChanges steps={difference.steps} />;
  return <EmptyState title="No step changed" text="What else changed is under Markdown." />;
}

function Lines({ difference: { hunks, cut, onlyLineEnds } }: { difference: DifferenceDto }) {
  if (onlyLineEnds)
    return <EmptyState title="Only the ends of lines changed" text="Every line has the same words." />;
  if (hunks.length === 0)
    return <EmptyState title="No line changed" text="Both versions are the same text." />;
  return (
    <>
      <LineChanges hunks={hunks} />
      {cut && <Banner className="m-4" title="There are more changed lines than are shown here." />}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: number;
  options: readonly number[];
  onChange: (number: number) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className="flex items-center gap-1.5">
      <span className="meta">{label}</span>
      <Select
        value={`${value}`}
        options={options.map((number) => ({ value: `${number}`, label: `${number}` }))}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}

function About({ version }: { version: VersionDto }) {
  const { personName } = useDirectory();
  const by = authorOf(version, personName);
  const words = [by, version.why].filter(Boolean).join(": ");
  return words && <span className="min-w-0 break-words">{words}</span>;
}

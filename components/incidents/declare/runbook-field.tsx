"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { apiGet, messageOf } from "@/components/api/fetch";
import { useOffered } from "@/components/runbooks/use-offered";
import { RadioGroup } from "@/components/ui/radio-group";
import { useSettled } from "@/components/ui/use-settled";
import type { SuggestionsDto } from "@/lib/runbooks/dto";
import { PickOne } from "../pick-one";
import { incidentKeys } from "../query-keys";
import type { DeclareFieldsProps } from "./declare-fields";
import { offered, type OfferedRunbook } from "./offered-runbooks.rules";

/** Runbooks that fit the words typed, and a line in which any other is found. */
export function RunbookField({ form, onChange }: Pick<DeclareFieldsProps, "form" | "onChange">) {
  const [picked, setPicked] = useState<OfferedRunbook | null>(null);
  const suggested = useSuggested(form.title);
  const runbooks = offered(suggested, form.runbookVersionId, picked);

  function choose(runbook: OfferedRunbook | null) {
    setPicked(runbook);
    onChange({ runbookVersionId: runbook?.versionId ?? "" });
  }

  if (runbooks.length === 0) return <AnyRunbook label="Begin with a runbook" onPick={choose} />;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">
        Begin with a runbook{" "}
        {suggested.length > 0 && <span className="meta font-normal">suggested by your words</span>}
      </legend>
      <RadioGroup
        name="runbook"
        label="Begin with a runbook"
        value={form.runbookVersionId}
        onValueChange={(id) => choose(runbooks.find(({ versionId }) => versionId === id) ?? null)}
        options={[
          ...runbooks.map(({ versionId, title, reason }) => ({
            value: versionId,
            label: title,
            hint: reason || undefined,
          })),
          { value: "", label: "None yet" },
        ]}
      />
      <AnyRunbook label="Another runbook" onPick={choose} />
    </fieldset>
  );
}

/** Those that fit the title, best first; nothing while there is none. */
function useSuggested(title: string): readonly OfferedRunbook[] {
  const words = useSettled(title.trim(), 150);
  const { data } = useQuery({
    queryKey: incidentKeys.suggestions(words),
    queryFn: ({ signal }) =>
      apiGet<SuggestionsDto>(`/runbooks/suggestions?words=${encodeURIComponent(words)}`, { signal }),
    enabled: words.length >= 3,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (data?.suggestions ?? []).slice(0, 3);
}

interface AnyRunbookProps {
  label: string;
  onPick: (runbook: OfferedRunbook) => void;
}

/** Finds any published runbook by its words; what is picked joins those above. Asks nothing until it is entered. */
function AnyRunbook({ label, onPick }: AnyRunbookProps) {
  const [words, setWords] = useState<string | null>(null);
  const { runbooks = [], error } = useOffered(words);
  const found = runbooks.map(({ versionId, title }) => ({ id: versionId, name: title }));
  return (
    <PickOne
      label={label}
      optional
      placeholder="Find one by title, step or command"
      options={found}
      value={null}
      error={error ? messageOf(error) : undefined}
      onLookUp={setWords}
      onValueChange={(id) => {
        const runbook = found.find((option) => option.id === id);
        if (runbook) onPick({ versionId: runbook.id, title: runbook.name, reason: "" });
      }}
    />
  );
}

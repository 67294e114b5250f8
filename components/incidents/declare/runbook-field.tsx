"use client";

import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useOffered } from "@/components/runbooks/use-offered";
import { useSuggestions } from "@/components/runbooks/use-suggestions";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { useSettled } from "@/components/ui/use-settled";
import { PickOne } from "../pick-one";
import type { DeclareFieldsProps } from "./declare-fields";
import { offered, type OfferedRunbook } from "./offered-runbooks.rules";

/** Runbooks that fit the words typed and the services chosen, and a line in which any other is found. */
export function RunbookField({ form, onChange }: Pick<DeclareFieldsProps, "form" | "onChange">) {
  const suggested = useSuggestions(useSettled(form.title.trim(), 150), form.serviceIds);
  const runbooks = offered(suggested, form.runbook);

  function choose(runbook: OfferedRunbook | null) {
    onChange({ runbook, wholeRunbook: false });
  }

  if (runbooks.length === 0) return <AnyRunbook label="Begin with a runbook" onPick={choose} />;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">
        Begin with a runbook{" "}
        {suggested.length > 0 && <span className="meta font-normal">suggested by words and services</span>}
      </legend>
      <RadioGroup
        name="runbook"
        label="Begin with a runbook"
        value={form.runbook?.versionId ?? ""}
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
      {form.runbook?.part && (
        <Field label={`What of ${form.runbook.title}`}>
          <RadioGroup
            name="runbook-part"
            value={form.wholeRunbook ? "whole" : "part"}
            onValueChange={(what) => onChange({ wholeRunbook: what === "whole" })}
            options={[
              { value: "part", label: `Only the section “${form.runbook.part.title}”` },
              { value: "whole", label: "All of it" },
            ]}
          />
        </Field>
      )}
      <AnyRunbook label="Another runbook" onPick={choose} />
    </fieldset>
  );
}

interface AnyRunbookProps {
  label: string;
  onPick: (runbook: OfferedRunbook) => void;
}

/** Finds any published runbook by its words; what is picked joins those above. Asks nothing until it is entered. */
function AnyRunbook({ label, onPick }: AnyRunbookProps) {
  const [words, setWords] = useState<string | null>(null);
  const { runbooks = [], error, isBehind } = useOffered(words);
  const found = runbooks.map(({ versionId, title }) => ({ id: versionId, name: title }));
  return (
    <PickOne
      label={label}
      optional
      placeholder="Find one by title, step or command"
      options={found}
      isBehind={isBehind}
      value={null}
      error={error ? messageOf(error) : undefined}
      onLookUp={setWords}
      onValueChange={(id) => {
        const runbook = found.find((option) => option.id === id);
        if (runbook) onPick({ versionId: runbook.id, title: runbook.name, reason: "", part: null });
      }}
    />
  );
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { apiGet } from "@/components/api/fetch";
import { RadioGroup } from "@/components/ui/radio-group";
import { useSettled } from "@/components/ui/use-settled";
import type { suggestionsDto } from "@/lib/runbooks/dto";
import { incidentKeys } from "../query-keys";
import type { DeclareFieldsProps } from "./declare-fields";

type Suggestion = z.infer<typeof suggestionsDto>["suggestions"][number];

/** Runbooks that fit the words typed; nothing while there is none. */
export function RunbookField({ form, onChange }: Pick<DeclareFieldsProps, "form" | "onChange">) {
  const words = useSettled(form.title.trim(), 150);
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const { data } = useQuery({
    queryKey: incidentKeys.suggestions(words),
    queryFn: ({ signal }) =>
      apiGet<z.infer<typeof suggestionsDto>>(`/runbooks/suggestions?words=${encodeURIComponent(words)}`, {
        signal,
      }),
    enabled: words.length >= 3,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = (data?.suggestions ?? []).slice(0, 3);
  const suggestions = withChosen(found, form.runbookVersionId, picked);
  if (suggestions.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">
        Begin with a runbook <span className="meta font-normal">suggested by your words</span>
      </legend>
      <RadioGroup
        name="runbook"
        label="Begin with a runbook"
        value={form.runbookVersionId}
        onValueChange={(runbookVersionId) => {
          setPicked(found.find(({ versionId }) => versionId === runbookVersionId) ?? picked);
          onChange({ runbookVersionId });
        }}
        options={[
          ...suggestions.map(({ versionId, title, reason }) => ({
            value: versionId,
            label: title,
            hint: reason || undefined,
          })),
          { value: "", label: "None yet" },
        ]}
      />
    </fieldset>
  );
}

/** What is chosen stays in view, also when it does not fit the words any more. */
function withChosen(
  found: readonly Suggestion[],
  chosen: string,
  picked: Suggestion | null,
): readonly Pick<Suggestion, "versionId" | "title" | "reason">[] {
  if (chosen === "" || found.some(({ versionId }) => versionId === chosen)) return found;
  const title = picked?.versionId === chosen ? picked.title : "The one chosen before";
  return [{ versionId: chosen, title, reason: "" }, ...found];
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { z } from "zod";
import { apiGet } from "@/components/api/fetch";
import { RadioGroup } from "@/components/ui/radio-group";
import type { suggestionsDto } from "@/lib/runbooks/dto";
import { incidentKeys } from "../query-keys";
import type { DeclareFieldsProps } from "./declare-fields";

/** Runbooks that fit the words typed; nothing while there is none. */
export function RunbookField({ form, onChange }: Pick<DeclareFieldsProps, "form" | "onChange">) {
  const words = useDeferredValue(form.title.trim());
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
  const suggestions = (data?.suggestions ?? []).slice(0, 3);
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
        onValueChange={(runbookVersionId) => onChange({ runbookVersionId })}
        options={[
          ...suggestions.map(({ versionId, title, reason }) => ({
            value: versionId,
            label: title,
            hint: reason,
          })),
          { value: "", label: "None yet" },
        ]}
      />
    </fieldset>
  );
}

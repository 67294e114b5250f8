"use client";

import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { PickOne } from "../pick-one";
import { useOtherOpen } from "../use-other-open";

/** An incident to merge into: its key, and how it is offered. */
export interface MergeTarget {
  key: string;
  name: string;
}

interface MergeFieldProps {
  state: IncidentState;
  value: MergeTarget | null;
  onChange: (target: MergeTarget | null) => void;
  error?: string;
}

/** The other open incidents, found by number, key or title. */
export function MergeField({ state, value, onChange, error }: MergeFieldProps) {
  const [words, setWords] = useState<string | null>(null);
  const others = useOtherOpen(state, words);
  const found = others.incidents.map(({ key, title }) => ({ id: key, name: `${key} ${title}` }));
  const chosen = value && { id: value.key, name: value.name };
  const options = chosen && found.every(({ id }) => id !== chosen.id) ? [...found, chosen] : found;
  const nothing = words !== null && !others.isBehind && !others.error && found.length === 0 && !value;
  return (
    <PickOne
      label="Into which"
      placeholder="Find it by number or title"
      options={options}
      isBehind={others.isBehind}
      value={value?.key ?? null}
      error={error ?? (others.error ? messageOf(others.error) : nothing ? nothingWords(words) : undefined)}
      onLookUp={setWords}
      onValueChange={(key) => {
        const option = options.find(({ id }) => id === key);
        onChange(option ? { key: option.id, name: option.name } : null);
      }}
    />
  );
}

function nothingWords(words: string): string {
  return words.trim() ? `No other open incident fits “${words.trim()}”.` : "No other incident is open.";
}

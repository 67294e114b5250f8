"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterChip } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";

interface ManyFilterChipProps {
  label: string;
  options: readonly { id: string; name: string }[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
}

const SHOWN = 12;

/** A filter with several values: the chip says which, the panel beside it changes them. */
export function ManyFilterChip({ label, options, value, onValueChange }: ManyFilterChipProps) {
  const [words, setWords] = useState("");
  const names = value.map((id) => options.find((option) => option.id === id)?.name ?? "unknown");
  const found = options.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
  const chosenFirst = [
    ...found.filter(({ id }) => value.includes(id)),
    ...found.filter(({ id }) => !value.includes(id)),
  ];
  const toggle = (id: string, on: boolean) =>
    onValueChange(on ? [...value, id] : value.filter((known) => known !== id));
  return (
    <Popover
      label={label}
      trigger={
        <FilterChip
          label={label}
          value={names.length === 0 ? null : names.length > 2 ? `${names.length} chosen` : names.join(", ")}
          onClear={() => onValueChange([])}
        />
      }
    >
      <fieldset className="grid w-56 gap-1.5">
        <legend className="sr-only">{label}</legend>
        {options.length > SHOWN && (
          <Input
            leading="search"
            aria-label={`Find in ${label}`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {(options.length > SHOWN ? chosenFirst : found).slice(0, SHOWN).map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={value.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
        ))}
        {found.length === 0 && <p className="meta">Nothing of that name.</p>}
        {found.length > SHOWN && (
          <p className="meta">{found.length - SHOWN} more: type a part of the name.</p>
        )}
        {value.length > 0 && (
          <Button size="sm" variant="quiet" className="justify-self-start" onClick={() => onValueChange([])}>
            Clear
          </Button>
        )}
      </fieldset>
    </Popover>
  );
}

"use client";

import { useMemo, useRef, useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { useKeys, type KeyBinding } from "@/components/shell/keys";
import { Button, ButtonLink } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { FilterChip } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { writeFilters, type ManyFilter, type ShownFilters } from "./filters.rules";
import { DatesFilter } from "./dates-filter";
import { ManyFilterChip } from "./many-filter-chip";

interface FilterBarProps {
  filters: ShownFilters;
  onChange: (part: Partial<ShownFilters>) => void;
}

const STATUSES = [
  { id: "open", name: "open" },
  { id: "resolved", name: "resolved" },
  { id: "closed", name: "closed" },
  { id: "cancelled", name: "cancelled" },
];
const SEVERITIES = [1, 2, 3, 4].map((level) => ({ id: `${level}`, name: `SEV${level}` }));
const DRILLS = { real: "Drills hidden", any: "Drills shown", drill: "Only drills" } as const;

/** The filters of the list; all of them stand in the address. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { people, services, environments } = useDirectory();
  const chip = (label: string, name: ManyFilter, options: readonly { id: string; name: string }[]) => (
    <ManyFilterChip
      label={label}
      options={options}
      value={filters[name]}
      onValueChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div
      role="search"
      aria-label="Filter the list"
      className="border-line phone:gap-y-1.5 phone:pb-1 flex flex-none flex-wrap items-center gap-1.5 border-b px-4 py-2.5"
    >
      <Words value={filters.q} onChange={(q) => onChange({ q })} />
      <div className="phone:-mx-4 phone:flex-nowrap phone:overflow-x-auto phone:px-4 phone:py-0.5 flex flex-wrap items-center gap-1.5">
        {chip("Status", "status", STATUSES)}
        {chip("Environment", "environment", environments)}
        {chip("Severity", "severity", SEVERITIES)}
        {chip("Service", "service", services)}
        {chip("Commander", "commander", [{ id: "nobody", name: "nobody" }, ...people])}
        <DatesFilter from={filters.from} to={filters.to} onChange={onChange} />
        <FilterChip
          label="Mine"
          toggle
          value={filters.mine ? "yes" : null}
          onClick={() => onChange({ mine: !filters.mine })}
        />
      </div>
      <span className="ml-auto flex items-center gap-1">
        <DropdownMenu
          trigger={
            <Button size="sm" variant="quiet">
              {DRILLS[filters.kind]}
            </Button>
          }
          items={(Object.keys(DRILLS) as (keyof typeof DRILLS)[]).map((kind) => ({
            label: DRILLS[kind],
            checked: kind === filters.kind,
            onSelect: () => onChange({ kind }),
          }))}
        />
        <ButtonLink
          size="sm"
          variant="quiet"
          icon="download"
          download="incidents.csv"
          href={`/api/v1/incidents.csv?${writeFilters(filters)}`}
        >
          CSV
        </ButtonLink>
      </span>
    </div>
  );
}

/** Searches while it is typed into; the address follows. */
function Words({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const ref = useRef<HTMLSpanElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address may change under it (back, "clear all"); what is being typed is ahead of it.
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const bindings = useMemo<KeyBinding[]>(
    () => [
      {
        keys: "/",
        label: "Filter by words",
        group: "List",
        run: () => ref.current?.querySelector("input")?.focus(),
      },
    ],
    [],
  );
  useKeys("incident-words", bindings);
  return (
    <span ref={ref} className="phone:w-full w-54">
      <Input
        type="search"
        leading="search"
        aria-label="Title or key"
        placeholder="Title or key…"
        trailing={value ? undefined : <Kbd keys="/" className="phone:hidden" />}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value);
        }}
      />
    </span>
  );
}

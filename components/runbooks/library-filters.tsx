"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiGet } from "@/components/api/fetch";
import { ManyFilterChip } from "@/components/incidents/list/many-filter-chip";
import { useKeys } from "@/components/shell/keys";
import { FilterChip } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import type { TagsDto } from "@/lib/runbooks/dto";
import type { LibraryFilters as Filters } from "./filters.rules";
import { runbookKeys } from "./keys";

interface LibraryFiltersProps {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}

/** Words, tag, owner, service and review by which the library is narrowed. */
export function LibraryFilters({ filters, onChange }: LibraryFiltersProps) {
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(filters.q);
  const [known, setKnown] = useState(filters.q);
  // The address may change under it ("Runbooks" in the bar); what is being typed is ahead of it.
  if (filters.q !== known) {
    setKnown(filters.q);
    if (filters.q !== words.trim()) setWords(filters.q);
  }
  const { people, services } = useDirectory();
  const { tags } = useTags();
  const bindings = useMemo(
    () => [{ keys: "/", label: "Find a runbook", group: "Lists", run: () => input.current?.focus() }],
    [],
  );
  useKeys("runbooks", bindings);
  return (
    <div className="border-line phone:gap-y-1.5 phone:pb-1 flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <search className="phone:w-full w-72 max-w-full">
        <Input
          ref={input}
          aria-label="Find a runbook"
          leading="search"
          placeholder="Title, step, command, error…"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            onChange({ q: event.target.value.trim() });
          }}
        />
      </search>
      <div className="phone:-mx-4 phone:flex-nowrap phone:overflow-x-auto phone:px-4 phone:py-0.5 flex flex-wrap items-center gap-1.5">
        <ManyFilterChip
          label="Tag"
          options={tags.map((tag) => ({ id: tag, name: tag }))}
          value={filters.tag}
          onValueChange={(tag) => onChange({ tag })}
        />
        <ManyFilterChip
          label="Owner"
          options={[{ id: "nobody", name: "nobody" }, ...people]}
          value={filters.owner}
          onValueChange={(owner) => onChange({ owner })}
        />
        <ManyFilterChip
          label="Service"
          options={services}
          value={filters.service}
          onValueChange={(service) => onChange({ service })}
        />
        <FilterChip
          label="Review"
          value={filters.overdue ? "overdue" : undefined}
          onClick={() => onChange({ overdue: true })}
          onClear={() => onChange({ overdue: false })}
        />
        <FilterChip
          label="Archived"
          value={filters.archived ? "shown" : undefined}
          onClick={() => onChange({ archived: true })}
          onClear={() => onChange({ archived: false })}
        />
      </div>
    </div>
  );
}

/** Every tag of the library. */
export function useTags(): TagsDto {
  const { data = none } = useQuery({
    queryKey: runbookKeys.tags,
    queryFn: ({ signal }) => apiGet<TagsDto>("/runbook-tags", { signal }),
    staleTime: 60_000,
  });
  return data;
}

const none: TagsDto = { tags: [] };

"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ACCESS_ROLES } from "./access-roles";
import type { PeopleFilters } from "./keys";

const ACTIVITY = [
  { value: "true", label: "Active" },
  { value: "false", label: "Deactivated" },
] as const;

/** Filters of the list of people; they live in the address, so that a view can be sent. */
export function PeopleFilterBar({ filters }: { filters: PeopleFilters }) {
  const router = useRouter();
  const [words, setWords] = useState(filters.q);
  const [known, setKnown] = useState(filters.q);
  // The address may change under it: back and forward.
  if (filters.q !== known) {
    setKnown(filters.q);
    setWords(filters.q);
  }

  function show(change: Partial<PeopleFilters>) {
    const set = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== "");
    router.replace(`/admin/people?${new URLSearchParams(set)}`);
  }

  function search(event: FormEvent) {
    event.preventDefault();
    show({ q: words.trim() });
  }

  return (
    <form role="search" onSubmit={search} className="flex flex-wrap items-center gap-2 px-4 py-3">
      <Input
        type="search"
        leading="search"
        aria-label="Search people"
        placeholder="Name or e-mail"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="phone:w-full w-64"
      />
      <Select
        aria-label="Access role"
        placeholder="Any access role"
        value={filters.role}
        onChange={(event) => show({ role: event.target.value })}
        options={ACCESS_ROLES}
        className="phone:flex-1 w-44"
      />
      <Select
        aria-label="Active or deactivated"
        placeholder="Active or not"
        value={filters.active}
        onChange={(event) => show({ active: event.target.value })}
        options={ACTIVITY}
        className="phone:flex-1 w-40"
      />
      <Button type="submit" className="phone:hidden">
        Search
      </Button>
    </form>
  );
}

"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
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

  function show(change: Partial<PeopleFilters>) {
    const set = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== "");
    router.replace(`/admin/people?${new URLSearchParams(set)}`);
  }

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    show({ q: String(new FormData(event.currentTarget).get("q")).trim() });
  }

  return (
    <form role="search" onSubmit={search} className="flex flex-wrap items-center gap-2 px-4 py-3">
      <Input
        name="q"
        type="search"
        leading="search"
        aria-label="Search people"
        placeholder="Name or e-mail"
        defaultValue={filters.q}
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
        placeholder="Active and not"
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

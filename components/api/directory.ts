"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Directory } from "@/lib/people/dto";
import { apiGet } from "./fetch";

export type { Directory };

export const directoryKey = ["directory"] as const;

type DirectoryPerson = Directory["people"][number];
type DirectoryService = Directory["services"][number];
type DirectoryEnvironment = Directory["environments"][number];

export interface DirectoryLookup extends Directory {
  person: (id: string | null | undefined) => DirectoryPerson | undefined;
  service: (id: string) => DirectoryService | undefined;
  environment: (id: string) => DirectoryEnvironment | undefined;
  /** The person's name, or what has the token; "somebody" until the directory is there or for an id it does not know. */
  personName: (id: string | null | undefined) => string;
}

export const directoryQuery = queryOptions({
  queryKey: directoryKey,
  queryFn: ({ signal }) => apiGet<Directory>("/directory", { signal }),
  staleTime: 5 * 60_000,
});

/** Names of people, services and environments by id; entries and states hold only ids. */
export function useDirectory(): DirectoryLookup {
  const { data = nobody } = useQuery(directoryQuery);
  return useMemo(() => lookup(data), [data]);
}

/**
 * The same to choose somebody from: read anew when the choice opens, for those who joined since.
 * @returns besides, how to read it again for words that found nobody
 */
export function useDirectoryToChoose(): DirectoryLookup & { lookAgain: () => void } {
  const { data = nobody, refetch } = useQuery({ ...directoryQuery, refetchOnMount: "always" });
  const lookAgain = useCallback(() => void refetch(), [refetch]);
  return useMemo(() => ({ ...lookup(data), lookAgain }), [data, lookAgain]);
}

const nobody: Directory = { people: [], machines: [], services: [], environments: [] };

function lookup(directory: Directory): DirectoryLookup {
  const people = byId(directory.people);
  const machines = byId(directory.machines);
  const services = byId(directory.services);
  const environments = byId(directory.environments);
  return {
    ...directory,
    person: (id) => (id ? people.get(id) : undefined),
    service: (id) => services.get(id),
    environment: (id) => environments.get(id),
    personName: (id) => (id ? (people.get(id) ?? machines.get(id))?.name : undefined) ?? "somebody",
  };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The library's filters as the screen holds them: all of them text, as in the address. */
export interface LibraryFilters {
  q: string;
  archived: boolean;
  /** Only those whose day of review is over. */
  overdue: boolean;
  tag: readonly string[];
  /** People's ids, or "nobody". */
  owner: readonly string[];
  service: readonly string[];
}

const NAMES = ["tag", "owner", "service"] as const;

/** Reads them from the address; what is not known is left out. */
export function readFilters(search: URLSearchParams): LibraryFilters {
  return {
    q: search.get("q") ?? "",
    archived: search.get("archived") === "true",
    overdue: search.get("review") === "overdue",
    tag: search.getAll("tag"),
    owner: search.getAll("owner"),
    service: search.getAll("service"),
  };
}

/** Writes them to the address, always in the same order, so that equal filters are equal text. */
export function writeFilters(filters: LibraryFilters, after?: string | null): string {
  const search = new URLSearchParams();
  if (filters.q.trim()) search.set("q", filters.q.trim());
  for (const name of NAMES) for (const value of [...filters[name]].sort()) search.append(name, value);
  if (filters.overdue) search.set("review", "overdue");
  if (filters.archived) search.set("archived", "true");
  if (after) search.set("after", after);
  return search.toString();
}

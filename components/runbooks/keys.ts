/** Query keys of the runbooks. */
export const runbookKeys = {
  all: ["runbooks"] as const,
  /** @param search the filters, as in the address */
  list: (search: string) => ["runbooks", "list", search] as const,
  tags: ["runbooks", "tags"] as const,
  /** The first page for these words, to choose from. */
  offered: (q: string) => ["runbooks", "offered", q] as const,
  /** Those that fit an incident. @param search its words and services, as in the address */
  suggestions: (search: string) => ["runbooks", "suggestions", search] as const,
  /** What an import would make of a text; outside `all`, since nothing that is saved changes it. */
  preview: (text: string, fileName: string | undefined, about: object) =>
    ["runbook-previews", text, fileName ?? null, about] as const,
  rot: ["runbooks", "rot"] as const,
  unanswered: ["runbooks", "unanswered"] as const,
  figures: (slug: string) => ["runbooks", "figures", slug] as const,
  one: (slug: string) => ["runbooks", "one", slug] as const,
  versions: (slug: string) => ["runbooks", "versions", slug] as const,
  version: (slug: string, number: number) => ["runbooks", "version", slug, number] as const,
  difference: (slug: string, from: number, to: number) => ["runbooks", "difference", slug, from, to] as const,
  /** What is made of a text that is being edited: no change of a runbook makes it stale. */
  edited: (source: string, before: unknown) => ["runbook-previews", "edited", source, before] as const,
};

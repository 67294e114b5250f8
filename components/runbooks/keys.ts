/** Query keys of the runbooks. */
export const runbookKeys = {
  all: ["runbooks"] as const,
  /** @param search the filters, as in the address */
  list: (search: string) => ["runbooks", "list", search] as const,
  tags: ["runbooks", "tags"] as const,
  /** The first page for these words, to choose from. */
  offered: (q: string) => ["runbooks", "offered", q] as const,
  /** What an import would make of a text; outside `all`, since nothing that is saved changes it. */
  preview: (text: string, fileName: string | undefined, about: object) =>
    ["runbook-previews", text, fileName ?? null, about] as const,
  one: (slug: string) => ["runbooks", "one", slug] as const,
};

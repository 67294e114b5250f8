/** Query keys of the runbooks. */
export const runbookKeys = {
  all: ["runbooks"] as const,
  list: (q: string, archived: boolean) => ["runbooks", "list", { q, archived }] as const,
  /** The first page for these words, to choose from. */
  offered: (q: string) => ["runbooks", "offered", q] as const,
  one: (slug: string) => ["runbooks", "one", slug] as const,
};

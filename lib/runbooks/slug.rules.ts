/**
 * A slug from words or a file name: "Queue recovery.md" → "queue-recovery".
 * @returns small letters, digits and hyphens, 80 characters at most; "runbook" when nothing is left
 */
export function slugFrom(words: string): string {
  const ascii = words
    .replace(/(?:\.html)?\.(?:md|mdx|markdown|mdown|mkd|txt)(?:\.erb)?$/i, "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return (
    ascii
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 80)
      .replace(/-+$/, "") || "runbook"
  );
}

/** The first of "x", "x-2", "x-3" … that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(candidate) && !RESERVED.includes(candidate)) return candidate;
  }
}

/** Pages of the library that are called otherwise than by a runbook's slug. */
const RESERVED: readonly string[] = ["new", "import", "rot"];

import { tokens } from "../parse/suggest.rules";
import type { ParsedRunbook } from "../parse/types";
import { notesTextOf, searchTextOf } from "../search-text.rules";
import { stemOf } from "./alert.rules";
import { plain, SIGNATURE } from "./plain.rules";

/** Raised when these rules change: then the console fills all rows again. */
export const FINDABLE_VERSION = 4;

/** What a runbook's row keeps to be found by. */
export interface Findable {
  searchText: string;
  notesText: string;
  matchNames: string[];
  signatures: string[];
  matchWords: string[];
  findableVersion: number;
}

/**
 * What alerts and words find a runbook by. Each list is wide enough that `matchAlert` and `suggestRunbooks` miss
 * nothing when they are given only the runbooks that share a member.
 */
export function findableOf(
  parsed: Pick<ParsedRunbook, "title" | "triggers" | "sections">,
  { slug, fileName }: { slug: string; fileName: string | null },
): Findable {
  const triggers = parsed.triggers.map(({ text }) => text);
  const headings = parsed.sections.map(({ title }) => title);
  const groups = parsed.sections.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === "group" ? [item.label] : [])),
  );
  const called = [...triggers, ...headings, parsed.title, slug, stemOf(fileName) ?? ""].map(plain);
  return {
    searchText: searchTextOf(parsed, { slug, fileName }),
    notesText: notesTextOf(parsed),
    matchNames: unique(called.filter((name) => name.length >= 3 && name.length <= NAME)),
    signatures: unique(triggers.map(plain).filter((text) => text.length >= SIGNATURE)),
    matchWords: unique([parsed.title, ...triggers, ...headings, ...groups].flatMap(tokens)).filter(
      (word) => word.length <= NAME,
    ),
    findableVersion: FINDABLE_VERSION,
  };
}

/** Longer ones are sentences, and would not fit into an index of PostgreSQL (2,700 bytes). */
const NAME = 200;

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

const PLACES = ["incidents", "runbooks", "people"] as const;
type SearchPlace = (typeof PLACES)[number];

/** What leads the words when somebody knows where to look. */
const LEADS: Record<string, SearchPlace> = {
  incident: "incidents",
  incidents: "incidents",
  runbook: "runbooks",
  runbooks: "runbooks",
  person: "people",
  people: "people",
};

/** Which words to look for, and where: `runbook planner` is the planner among the runbooks. */
export function searchFor(query: string): { words: string; places: readonly SearchPlace[] } {
  const [first = "", ...rest] = query.trim().split(/\s+/);
  const place = LEADS[first.toLowerCase()];
  if (place && rest.length > 0) return { words: rest.join(" "), places: [place] };
  return { words: query.trim(), places: PLACES };
}

/** The people whose name has a word that begins with each of the words typed. */
export function namesFor<T extends { name: string }>(
  people: readonly T[],
  words: string,
  limit: number,
): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return people
    .filter(({ name }) => wanted.every((word) => ` ${name.toLowerCase()}`.includes(` ${word}`)))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, limit);
}

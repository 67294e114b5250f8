import type { Entry } from "@/lib/timeline/events";

/**
 * Who may have seen an incident until these entries and perhaps not after them. Only they are told that it is gone:
 * whoever never saw it must not learn that there is something to see.
 */
export function lostSight(entries: readonly Entry[]): "everyone" | ReadonlySet<string> {
  const people = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === "incident.visibility_changed" && entry.data.to === "members") return "everyone";
    const personId = whoWent(entry);
    if (personId) people.add(personId);
  }
  return people;
}

function whoWent(entry: Entry): string | null {
  switch (entry.kind) {
    case "person.left":
      return entry.data.personId;
    case "command.assigned":
    case "command.acknowledged":
    case "command.accepted":
    case "command.taken":
      return entry.data.from;
    default:
      return null;
  }
}

import type { Entry } from "@/lib/timeline/events";
import type { Written } from "./dto";
import type { LockedIncident } from "./locked-incident";

/** What a verb on an incident answers: the entries it made. */
export function written({ row }: Pick<LockedIncident, "row">, ...entries: Entry[]): Written {
  return { id: row.id, key: row.key, entries };
}

import type { IncidentRow } from "@/lib/incidents/row";
import type { Entry } from "@/lib/timeline/events";

/** Something that one person should notice on whatever screen they are. */
export interface Notice {
  personId: string;
  kind:
    | "asked"
    | "offered"
    | "mentioned"
    | "added"
    | "role_changed"
    | "step_assigned"
    | "command_taken"
    | "command_accepted";
  incidentId: string;
  incidentKey: string;
  title: string;
  seq: number;
  /** The step that was given; its words are read when they are shown. */
  itemId: string | null;
  byId: string | null;
  at: string;
}

/**
 * Whom an entry concerns in person. Nobody is told what they did themselves, nor of an offer that is over by now.
 * @param row the incident as it is now
 */
export function noticesFor(entry: Entry, row: Pick<IncidentRow, "id" | "key" | "title" | "offer">): Notice[] {
  const by = entry.actor.id;
  return concerned(entry)
    .filter(({ personId }) => personId !== by)
    .filter(({ personId, kind }) => kind !== "offered" || row.offer?.toId === personId)
    .map(({ personId, kind, itemId = null }) => ({
      ...{ personId, kind, seq: entry.seq, itemId, byId: by, at: entry.at },
      ...{ incidentId: row.id, incidentKey: row.key, title: row.title },
    }));
}

function concerned(entry: Entry): (Pick<Notice, "personId" | "kind"> & { itemId?: string })[] {
  switch (entry.kind) {
    case "command.assigned":
      return [{ personId: entry.data.to, kind: "asked" }];
    case "command.offered":
      return [{ personId: entry.data.to, kind: "offered" }];
    case "command.taken":
      return entry.data.from === null ? [] : [{ personId: entry.data.from, kind: "command_taken" }];
    case "command.accepted":
      return [{ personId: entry.data.from, kind: "command_accepted" }];
    case "note.added":
      return entry.data.mentions.map((personId) => ({ personId, kind: "mentioned" }));
    case "step.assigned":
      return entry.data.to === null
        ? []
        : [{ personId: entry.data.to, kind: "step_assigned", itemId: entry.data.itemId }];
    case "person.role_changed":
      return entry.data.personId ? [{ personId: entry.data.personId, kind: "role_changed" }] : [];
    case "person.joined":
      return entry.data.personId ? [{ personId: entry.data.personId, kind: "added" }] : [];
    default:
      return [];
  }
}

"use client";

import { can } from "@/lib/auth/policy.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import type { IncidentRole } from "@/lib/timeline/events/common";
import { factsOf, type IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";

/** Joining, leaving, giving roles and taking out; with what this person may do of it. */
export function usePeopleWrites(room: IncidentView) {
  const facts = factsOf(room.state);
  const running = isOpen(room.state.status) || room.state.status === "resolved";
  return {
    mayJoin: running && can(room.me, "person.join", facts),
    mayGiveRoles: running && can(room.me, "person.assign_role", facts),
    join: useIncidentWrite(room, () => ({ method: "PUT", path: "/participants/me" })),
    leave: useIncidentWrite(room, () => ({ method: "DELETE", path: "/participants/me" })),
    remove: useIncidentWrite(room, (personId: string) => ({
      method: "DELETE",
      path: `/participants/${personId}`,
    })),
    give: useIncidentWrite(room, ({ personId, role }: { personId: string; role: IncidentRole }) => ({
      method: "PUT",
      path: `/participants/${personId}`,
      body: { role },
    })),
  };
}

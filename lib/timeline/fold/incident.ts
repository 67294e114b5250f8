import { notDeclared } from "@/lib/updates/slots.rules";
import type { Entry, EntryOf } from "../events";
import { clockMoves } from "./cadence";
import type { IncidentState } from "./state";
import { optionalTextOf, textOf } from "./texts";

type Declared = EntryOf<"incident.declared">;

/** The state right after declaration. */
export function declaredState(entry: Declared): IncidentState {
  const { data } = entry;
  const state: IncidentState = {
    id: entry.streamId,
    seq: entry.seq,
    key: data.key,
    kind: data.kind,
    number: data.number,
    title: textOf(entry, data.title),
    severity: data.severity,
    environmentId: data.environmentId,
    serviceIds: data.serviceIds,
    visibility: data.visibility,
    callLink: optionalTextOf(entry, data.callLink),
    status: "declared",
    statusSince: entry.at,
    startedAt: data.startedAt,
    detectedAt: data.detectedAt,
    detection: data.detection,
    declaredAt: entry.at,
    declaredById: entry.actor.id,
    acknowledgedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    closedAt: null,
    cancelledAt: null,
    mergedIntoId: null,
    commanderId: null,
    commandSince: null,
    offer: null,
    participants: [],
    cadence: notDeclared,
    checklists: [],
    timeBoxes: [],
    criteria: [],
    placeholders: [],
    ratings: [],
    updates: [],
    summary: null,
    followUps: [],
  };
  return { ...state, cadence: clockMoves(state, entry, { kind: "declared", severity: data.severity }) };
}

/** What an event changes in the incident's own facts and status; undefined when it is none of those. */
export function foldIncident(state: IncidentState, entry: Entry): Partial<IncidentState> | undefined {
  switch (entry.kind) {
    case "incident.status_changed":
      return {
        ...movedTo(entry, entry.data.to),
        mitigatedAt: state.mitigatedAt ?? (entry.data.to === "monitoring" ? entry.at : null),
      };
    case "incident.resolved":
      return {
        ...movedTo(entry, "resolved"),
        resolvedAt: entry.at,
        offer: null,
        cadence: clockMoves(state, entry, { kind: "resolved" }),
      };
    case "incident.cancelled":
      return {
        ...movedTo(entry, "cancelled"),
        cancelledAt: entry.at,
        mergedIntoId: entry.data.mergedIntoId,
        offer: null,
        cadence: clockMoves(state, entry, { kind: "cancelled" }),
      };
    case "incident.closed":
      return { ...movedTo(entry, "closed"), closedAt: entry.at };
    case "incident.reopened":
      return {
        ...movedTo(entry, "investigating"),
        resolvedAt: null,
        closedAt: null,
        cancelledAt: null,
        cadence: clockMoves(state, entry, { kind: "reopened", severity: state.severity }),
      };
    case "incident.title_changed":
      return { title: textOf(entry, entry.data.to) };
    case "incident.severity_changed":
      return {
        severity: entry.data.to,
        cadence: clockMoves(state, entry, { kind: "severity_changed", severity: entry.data.to }),
      };
    case "incident.environment_changed":
      return { environmentId: entry.data.to };
    case "incident.services_changed":
      return { serviceIds: entry.data.to };
    case "incident.start_corrected":
      return { startedAt: entry.data.to };
    case "incident.detection_corrected":
      return { detectedAt: entry.data.to.at, detection: entry.data.to.by };
    case "incident.call_link_changed":
      return { callLink: optionalTextOf(entry, entry.data.to) };
    case "incident.visibility_changed":
      return { visibility: entry.data.to };
    default:
      return undefined;
  }
}

function movedTo(
  entry: Entry,
  status: IncidentState["status"],
): Pick<IncidentState, "status" | "statusSince"> {
  return { status, statusSince: entry.at };
}

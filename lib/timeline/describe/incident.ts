import type { EntryOf } from "../events";
import type { incidentEvents } from "../events/incident";
import type { Names } from "./names";
import { inline, listed, parts, quoteOf, type Describers, type Said } from "./sentence";

type OfIncident = Extract<keyof typeof incidentEvents, `incident.${string}`>;

const detectionWords = {
  alert: "an alert",
  customer: "a customer",
  colleague: "a colleague",
  dashboard: "a dashboard",
  other: "other means",
} as const;

/** What happened to the incident itself. */
export const incidentSentences: Describers<OfIncident> = {
  "incident.declared": (entry) => ({
    icon: "incident",
    parts: parts`declared ${inline(entry, entry.data.title)} as ${`SEV${entry.data.severity}`}`,
  }),
  "incident.status_changed": (entry) => ({
    icon: "bolt",
    parts: parts`moved to ${entry.data.to}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.resolved": () => ({ icon: "check", parts: parts`moved to ${"resolved"}` }),
  "incident.cancelled": (entry, names) => ({
    icon: "cross",
    parts: entry.data.mergedIntoId
      ? parts`merged this into ${names.incident(entry.data.mergedIntoId)}`
      : parts`cancelled the incident`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.absorbed": (entry, names) => ({
    icon: "swap",
    parts: parts`merged ${names.incident(entry.data.incidentId)} into this`,
  }),
  "incident.closed": (entry) => ({
    icon: "lock",
    parts: parts`closed the incident`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.reopened": (entry) => ({
    icon: "undo",
    parts: parts`reopened the incident`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.title_changed": (entry) => ({
    icon: "pencil",
    parts: parts`changed the title to ${inline(entry, entry.data.to)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.severity_changed": (entry) => {
    const to = `SEV${entry.data.to}`;
    return {
      icon: "incident",
      parts:
        entry.data.to < entry.data.from ? parts`raised severity to ${to}` : parts`lowered severity to ${to}`,
      ...quoteOf(entry, entry.data.reason),
    };
  },
  "incident.environment_changed": (entry, names) => ({
    icon: "pencil",
    parts: parts`changed the environment to ${names.environment(entry.data.to)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.services_changed": servicesChanged,
  "incident.start_corrected": (entry, names) => ({
    icon: "clock",
    parts: entry.data.to
      ? parts`put the start at ${names.time(entry.data.to, entry.at)}`
      : parts`marked the start as ${"not known"}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "incident.detection_corrected": (entry, names) => {
    const { at, by } = entry.data.to;
    const how = by ? `, by ${detectionWords[by]}` : "";
    return {
      icon: "clock",
      parts: parts`put detection at ${`${at ? names.time(at, entry.at) : "a time not known"}${how}`}`,
      ...quoteOf(entry, entry.data.reason),
    };
  },
  "incident.call_link_changed": (entry) => ({
    icon: "link",
    parts: entry.data.to
      ? parts`set the call link to ${inline(entry, entry.data.to)}`
      : parts`removed the call link`,
  }),
  "incident.visibility_changed": (entry) => ({
    icon: "eye",
    parts:
      entry.data.to === "members"
        ? parts`showed the incident to ${"members only"}`
        : parts`showed the incident to ${"everyone"}`,
    ...quoteOf(entry, entry.data.reason),
  }),
};

function servicesChanged(entry: EntryOf<"incident.services_changed">, names: Names): Said {
  const { from, to, reason } = entry.data;
  const name = (ids: string[]) => listed(ids.map((id) => names.service(id)));
  const added = name(to.filter((id) => !from.includes(id)));
  const removed = name(from.filter((id) => !to.includes(id)));
  const changes = [added && parts`added ${added}`, removed && parts`removed ${removed}`].filter(
    Array.isArray,
  );
  const said = changes.flatMap((change, index) => (index === 0 ? change : [{ text: " and " }, ...change]));
  return { icon: "pencil", parts: said, ...quoteOf(entry, reason) };
}

import type { incidentEvents } from "../events/incident";
import { whom } from "./names";
import { parts, quoteOf, type Describers } from "./sentence";

type OfPeople = Exclude<keyof typeof incidentEvents, `incident.${string}`>;

/** Who has command, and who takes part. */
export const peopleSentences: Describers<OfPeople> = {
  "command.assigned": (entry, names) => ({
    icon: "swap",
    parts:
      entry.data.to === entry.actor.id
        ? parts`will command`
        : parts`asked ${whom(entry.data.to, names)} to command`,
  }),
  "command.acknowledged": () => ({ icon: "check", parts: parts`acknowledged and took command` }),
  "command.offered": (entry, names) => ({
    icon: "swap",
    parts: parts`offered command to ${whom(entry.data.to, names)}`,
    ...quoteOf(entry, entry.data.note),
  }),
  "command.accepted": (entry, names) => ({
    icon: "swap",
    parts: parts`accepted command from ${whom(entry.data.from, names)}`,
  }),
  "command.declined": (entry, names) => ({
    icon: "swap",
    parts: parts`declined command from ${whom(entry.data.from, names)}`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "command.withdrawn": (entry, names) => ({
    icon: "swap",
    parts: parts`withdrew the offer of command to ${whom(entry.data.to, names)}`,
  }),
  "command.offer_unanswered": (entry, names) => ({
    nobody: true,
    icon: "bell",
    parts: parts`The offer of command to ${whom(entry.data.to, names)} is unanswered`,
  }),
  "command.taken": (entry, names) => ({
    icon: "swap",
    parts: entry.data.from ? parts`took command from ${whom(entry.data.from, names)}` : parts`took command`,
    ...quoteOf(entry, entry.data.reason),
  }),
  "person.joined": (entry, names) => ({
    icon: "person",
    parts:
      entry.data.personId === entry.actor.id
        ? parts`joined as ${roleWords(entry.data.role)}`
        : parts`added ${whom(entry.data.personId, names)} as ${roleWords(entry.data.role)}`,
  }),
  "person.role_changed": (entry, names) => ({
    icon: "person",
    parts:
      entry.data.personId === entry.actor.id
        ? parts`became ${roleWords(entry.data.to)}`
        : parts`made ${whom(entry.data.personId, names)} ${roleWords(entry.data.to)}`,
  }),
  "person.left": (entry, names) => ({
    icon: "person",
    parts:
      entry.data.personId === entry.actor.id
        ? parts`left the incident`
        : parts`removed ${whom(entry.data.personId, names)} from the incident`,
  }),
};

/** The role in an incident, as it is said. */
function roleWords(role: string): string {
  return role.replaceAll("_", " ");
}

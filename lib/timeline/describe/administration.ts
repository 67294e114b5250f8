import type { EntryOf } from "../events";
import type { administrationEvents } from "../events/administration";
import type { TextRef } from "../events/common";
import { whom, type Names } from "./names";
import { inline, listed, parts, quoteOf, type Describers, type Part, type Said } from "./sentence";

const purposes = {
  setup: "the first administrator",
  invitation: "an invitation",
  password_reset: "a new password",
} as const;

/** The audit log: people, settings, runbooks. */
export const administrationSentences: Describers<keyof typeof administrationEvents> = {
  "console.set_up": (entry, names) => ({
    nobody: true,
    icon: "settings",
    parts: parts`The console was set up by ${whom(entry.data.personId, names)}`,
  }),
  "link.made": (entry, names) => {
    const { purpose, email, accessRole, personId } = entry.data;
    const forWhom = email ? parts` to ${inline(entry, email)}` : [];
    const as = accessRole ? parts` as ${accessRole}` : [];
    const whose = personId ? parts` of ${whom(personId, names)}` : [];
    const made = parts`made a link for ${purposes[purpose]}`;
    return { icon: "link", parts: [...made, ...whose, ...forWhom, ...as] };
  },
  "link.withdrawn": (entry, names) => ({
    icon: "link",
    parts: parts`withdrew ${names.link(entry.data.linkId)}`,
  }),
  "person.created": (entry) => ({
    icon: "person",
    parts: parts`gave ${inline(entry, entry.data.name)} an account as ${entry.data.accessRole}`,
  }),
  "person.access_role_changed": (entry, names) => ({
    icon: "person",
    parts: parts`changed the access role of ${whom(entry.data.personId, names)} to ${entry.data.to}`,
  }),
  "person.deactivated": (entry, names) => ({
    icon: "person",
    parts: parts`deactivated ${whom(entry.data.personId, names)}`,
  }),
  "person.reactivated": (entry, names) => ({
    icon: "person",
    parts: parts`reactivated ${whom(entry.data.personId, names)}`,
  }),
  "person.profile_changed": (entry, names) => ({
    icon: "person",
    parts:
      entry.data.personId === entry.actor.id
        ? parts`changed the own profile`
        : parts`changed the profile of ${whom(entry.data.personId, names)}`,
  }),
  "person.password_changed": (entry, names) => ({
    icon: "lock",
    parts:
      entry.data.personId === entry.actor.id
        ? parts`set a new password`
        : parts`set a new password for ${whom(entry.data.personId, names)}`,
  }),
  "person.sessions_ended": (entry, names) => ({
    icon: "lock",
    parts: parts`signed ${whom(entry.data.personId, names)} out everywhere`,
  }),
  "person.identity_bound": (entry, names) => ({
    icon: "lock",
    parts: parts`let ${whom(entry.data.personId, names)} also sign in through ${entry.data.issuer}`,
  }),

  "token.made": (entry) => ({
    icon: "lock",
    parts: parts`made the token ${inline(entry, entry.data.name)} as ${entry.data.accessRole} for ${entry.data.scopes.join(", ")}`,
  }),
  "token.revoked": (entry, names) => ({
    icon: "lock",
    parts: parts`revoked the token ${names.machine(entry.data.tokenId)}`,
  }),

  "environment.added": (entry) => ({
    icon: "settings",
    parts: parts`added the environment ${inline(entry, entry.data.name)}`,
  }),
  "environment.renamed": (entry) => ({
    icon: "settings",
    parts: parts`renamed the environment ${inline(entry, entry.data.from)} to ${inline(entry, entry.data.to)}`,
  }),
  "environment.archived": (entry, names) => ({
    icon: "settings",
    parts: parts`archived the environment ${names.environment(entry.data.environmentId)}`,
  }),
  "environment.restored": (entry, names) => ({
    icon: "settings",
    parts: parts`restored the environment ${names.environment(entry.data.environmentId)}`,
  }),
  "service.added": (entry) => ({
    icon: "settings",
    parts: parts`added the service ${inline(entry, entry.data.name)}`,
  }),
  "service.renamed": (entry) => ({
    icon: "settings",
    parts: parts`renamed the service ${inline(entry, entry.data.from)} to ${inline(entry, entry.data.to)}`,
  }),
  "service.archived": (entry, names) => ({
    icon: "settings",
    parts: parts`archived the service ${names.service(entry.data.serviceId)}`,
  }),
  "service.restored": (entry, names) => ({
    icon: "settings",
    parts: parts`restored the service ${names.service(entry.data.serviceId)}`,
  }),
  "webhook.added": (entry) => ({
    icon: "link",
    parts: parts`added the webhook ${inline(entry, entry.data.name)} at ${entry.data.host}`,
  }),
  "webhook.changed": webhookChanged,
  "webhook.removed": (entry, names) => ({
    icon: "link",
    parts: parts`removed the webhook ${names.webhook(entry.data.webhookId)}`,
  }),
  "target.added": (entry) => ({
    icon: "link",
    parts: parts`let checks ask ${inline(entry, entry.data.name)} at ${entry.data.host}`,
  }),
  "target.removed": () => ({ icon: "link", parts: parts`removed a target of checks` }),

  "runbook.imported": (entry, names) => ({
    icon: "runbook",
    parts: [
      ...parts`imported ${names.runbook(entry.data.runbookId)}, version ${entry.data.number}`,
      ...corrected(entry.data.choices),
    ],
    ...quoteOf(entry, entry.data.why ?? null),
  }),
  "runbook.version_saved": (entry, names) => ({
    icon: "runbook",
    parts: [
      ...(entry.data.basedOn
        ? parts`saved version ${entry.data.number} of ${names.runbook(entry.data.runbookId)}`
        : parts`wrote ${names.runbook(entry.data.runbookId)}`),
      ...corrected(entry.data.choices),
    ],
    ...quoteOf(entry, entry.data.why),
  }),
  "runbook.version_restored": (entry, names) => ({
    icon: "undo",
    parts: parts`brought version ${entry.data.restoredNumber} of ${names.runbook(entry.data.runbookId)} back as version ${entry.data.number}`,
    ...quoteOf(entry, entry.data.why),
  }),
  "runbook.details_changed": (entry, names) => ({
    icon: "pencil",
    parts: [
      ...parts`changed ${names.runbook(entry.data.runbookId)}: `,
      ...detailsChanged(entry, names).flatMap((change, index) =>
        index > 0 ? [{ text: "; " }, ...change] : change,
      ),
    ],
  }),
  "runbook.published": (entry, names) => ({
    icon: "runbook",
    parts: parts`published ${names.runbook(entry.data.to)}`,
  }),
  "runbook.archived": (entry, names) => ({
    icon: "runbook",
    parts: parts`archived ${names.runbook(entry.data.runbookId)}`,
  }),
  "runbook.restored": (entry, names) => ({
    icon: "runbook",
    parts: parts`restored ${names.runbook(entry.data.runbookId)}`,
  }),
  "runbook_source.added": (entry) => ({
    icon: "runbook",
    parts: parts`began to sync runbooks from ${inline(entry, entry.data.name)}`,
  }),
  "runbook.attached": (entry, names) => ({
    icon: "runbook",
    parts: parts`keeps ${names.runbook(entry.data.runbookId)} in sync with ${inline(entry, entry.data.path)}`,
  }),
  "runbook.moved": (entry, names) => ({
    icon: "runbook",
    parts: parts`keeps ${names.runbook(entry.data.runbookId)} in sync with ${inline(entry, entry.data.path)} now`,
  }),
  "runbook.detached": (entry, names) => ({
    icon: "runbook",
    parts: parts`detached ${names.runbook(entry.data.runbookId)} from its folder`,
  }),
};

function corrected(choices: { count: number } | null): Part[] {
  if (!choices) return [];
  return choices.count === 1 ? parts`, with ${1} correction` : parts`, with ${choices.count} corrections`;
}

function detailsChanged(entry: EntryOf<"runbook.details_changed">, names: Names): Part[][] {
  const { owner, tags, services, reviewBy } = entry.data;
  const person = (id: string | null) => (id ? whom(id, names) : "nobody");
  const list = (ids: readonly string[]) => listed(ids.map((id) => names.service(id))) || "none";
  const words = (ref: TextRef) => inline(entry, ref) || "none";
  return [
    owner && parts`owner from ${person(owner.from)} to ${person(owner.to)}`,
    tags && parts`tags from ${words(tags.from)} to ${words(tags.to)}`,
    services && parts`services from ${list(services.from)} to ${list(services.to)}`,
    reviewBy && parts`review by ${reviewBy.to ?? "no day"} instead of ${reviewBy.from ?? "no day"}`,
  ].filter((change) => change !== null);
}

function webhookChanged(entry: EntryOf<"webhook.changed">, names: Names): Said {
  const { webhookId, name, told, host } = entry.data;
  const before = name ? inline(entry, name.from) : names.webhook(webhookId);
  const changes = [
    name && parts`named it ${inline(entry, name.to)}`,
    told && (told.to === "all" ? parts`set it to ${"all"}` : parts`set it to ${"status updates only"}`),
    host && parts`gave it another address at ${host.to}`,
  ].filter((change) => Array.isArray(change));
  const said = changes.flatMap((change, index) => [{ text: index === 0 ? ": " : ", " }, ...change]);
  return { icon: "link", parts: [...parts`changed the webhook ${before}`, ...said] };
}

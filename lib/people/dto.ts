import { z } from "zod";
import { entryDto } from "@/lib/incidents/dto";
import { accessRole, id, moment } from "@/lib/timeline/events/common";

/** Names by id, for every screen: entries and states hold only ids. Nothing here is more than a colleague may know. */
export const directoryDto = z.object({
  people: z.array(z.object({ id, name: z.string(), accessRole, deactivated: z.boolean() })),
  /** What has, or had, a token. */
  machines: z.array(z.object({ id, name: z.string() })),
  services: z.array(z.object({ id, name: z.string(), archived: z.boolean() })),
  environments: z.array(z.object({ id, name: z.string(), archived: z.boolean() })),
});
export type Directory = z.infer<typeof directoryDto>;

const signsInWith = { hasPassword: z.boolean(), singleSignOn: z.boolean() };

/** A person as administrators see them. */
export const personDto = z.object({
  id,
  name: z.string(),
  email: z.string(),
  accessRole,
  createdAt: moment,
  deactivatedAt: moment.nullable(),
  ...signsInWith,
});
export type PersonDto = z.infer<typeof personDto>;

export const peoplePageDto = z.object({ people: z.array(personDto), next: z.string().nullable() });
export type PeoplePage = z.infer<typeof peoplePageDto>;

export const profileDto = z.object({
  id,
  name: z.string(),
  email: z.string(),
  accessRole,
  timeZone: z.string(),
  theme: z.enum(["system", "light", "dark"]),
  sound: z.boolean(),
  addresses: z.array(z.object({ kind: z.enum(["email", "phone", "chat"]), value: z.string() })),
  ...signsInWith,
});
export type Profile = z.infer<typeof profileDto>;

export const invitationDto = z.object({
  id,
  email: z.string(),
  name: z.string().nullable(),
  accessRole,
  invitedById: id.nullable(),
  createdAt: moment,
  expiresAt: moment,
});
export type Invitation = z.infer<typeof invitationDto>;
export const invitationsDto = z.object({ invitations: z.array(invitationDto) });

/** The invitation with its link, shown once. */
export const madeInvitationDto = invitationDto.extend({ url: z.string() });
export type MadeInvitation = z.infer<typeof madeInvitationDto>;

/** A page of the audit log, newest first; `next` is the `before` of the following page. */
/** What entries of the audit log name by id besides people, environments and services. */
export const auditThingDto = z.object({
  /** Of a runbook, a version of one, a webhook, or a one-time link. */
  id,
  name: z.string(),
  /** A runbook's. */
  slug: z.string().nullable(),
  /** Of the incident that a webhook is set for; null: for all. */
  incidentKey: z.string().nullable(),
});
export type AuditThing = z.infer<typeof auditThingDto>;

export const auditPageDto = z.object({
  entries: z.array(entryDto),
  things: z.array(auditThingDto),
  next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageDto>;

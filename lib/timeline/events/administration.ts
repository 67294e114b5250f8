import { z } from "zod";
import { accessRole, id, moment, textRef } from "./common";

const told = z.enum(["updates", "all"]);
const role = { personId: id, from: accessRole, to: accessRole };

const change = <T extends z.ZodType>(value: T) => z.strictObject({ from: value, to: value });

/** A version of a runbook that is there from now on. */
const version = {
  runbookId: id,
  versionId: id,
  number: z.int().positive(),
  sha256: z.string().length(64),
  parserVersion: z.int().positive(),
  /** What a person changed about the reading: how many choices, and the digest of their RFC 8785 JSON. */
  choices: z.strictObject({ count: z.int().positive(), sha256: z.string().length(64) }).nullable(),
};

/** The audit log: people, settings, runbooks. E-mail addresses and names are free text. */
export const administrationEvents = {
  "console.set_up": z.strictObject({ personId: id }),
  "link.made": z.strictObject({
    linkId: id,
    purpose: z.enum(["setup", "invitation", "password_reset"]),
    personId: id.nullable(),
    accessRole: accessRole.nullable(),
    email: textRef.nullable(),
  }),
  "link.withdrawn": z.strictObject({ linkId: id }),
  "person.created": z.strictObject({
    personId: id,
    accessRole,
    name: textRef,
    email: textRef,
    through: z.enum(["setup", "invitation", "single_sign_on", "seed"]),
  }),
  "person.access_role_changed": z.strictObject(role),
  "person.deactivated": z.strictObject({ personId: id }),
  "person.reactivated": z.strictObject({ personId: id }),
  "person.profile_changed": z.strictObject({ personId: id, fields: z.array(z.string()) }),
  "person.password_changed": z.strictObject({
    personId: id,
    through: z.enum(["profile", "password_reset"]),
  }),
  "person.sessions_ended": z.strictObject({ personId: id }),
  /** From now on they also come in by single sign-on, as somebody whom this issuer vouches for. */
  "person.identity_bound": z.strictObject({ personId: id, issuer: z.string() }),

  "token.made": z.strictObject({
    tokenId: id,
    name: textRef,
    accessRole,
    scopes: z.array(z.string()),
    expiresAt: moment,
  }),
  "token.revoked": z.strictObject({ tokenId: id }),

  "environment.added": z.strictObject({ environmentId: id, name: textRef }),
  "environment.renamed": z.strictObject({ environmentId: id, from: textRef, to: textRef }),
  "environment.archived": z.strictObject({ environmentId: id }),
  "environment.restored": z.strictObject({ environmentId: id }),
  "service.added": z.strictObject({ serviceId: id, name: textRef }),
  "service.renamed": z.strictObject({ serviceId: id, from: textRef, to: textRef }),
  "service.archived": z.strictObject({ serviceId: id }),
  "service.restored": z.strictObject({ serviceId: id }),
  "webhook.added": z.strictObject({
    webhookId: id,
    incidentId: id.nullable(),
    name: textRef,
    host: z.string(),
  }),
  /** What is null stayed as it was. Of an address only the host is told; it may be the same one. */
  "webhook.changed": z.strictObject({
    webhookId: id,
    name: z.strictObject({ from: textRef, to: textRef }).nullable(),
    told: z.strictObject({ from: told, to: told }).nullable(),
    host: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  }),
  "target.added": z.strictObject({
    targetId: id,
    name: textRef,
    kind: z.enum(["http", "prometheus"]),
    host: z.string(),
  }),
  "target.removed": z.strictObject({ targetId: id }),
  "webhook.removed": z.strictObject({ webhookId: id }),

  "runbook.imported": z.strictObject({
    ...version,
    /** In the version control that the file came from. */
    commit: z.string().optional(),
    /** What the import says of it, where it did more or less than to publish it. */
    why: textRef.optional(),
  }),
  /** Written in the console: on top of a version, or (null) as the first of a runbook. */
  "runbook.version_saved": z.strictObject({ ...version, basedOn: id.nullable(), why: textRef.nullable() }),
  /** A new version with the text of an earlier one. */
  "runbook.version_restored": z.strictObject({
    ...version,
    restored: id,
    restoredNumber: z.int().positive(),
    why: textRef,
  }),
  /** What is kept beside its text; null: this stayed. Tags are one text, with commas. */
  "runbook.details_changed": z.strictObject({
    runbookId: id,
    owner: change(id.nullable()).nullable(),
    tags: change(textRef).nullable(),
    services: change(z.array(id)).nullable(),
    reviewBy: change(z.iso.date().nullable()).nullable(),
  }),
  "runbook.published": z.strictObject({ runbookId: id, from: id.nullable(), to: id }),
  "runbook.archived": z.strictObject({ runbookId: id }),
  "runbook.restored": z.strictObject({ runbookId: id }),
  "runbook_source.added": z.strictObject({ sourceId: id, name: textRef }),
  /** From now on a file of this folder is its truth. */
  "runbook.attached": z.strictObject({ runbookId: id, sourceId: id, path: textRef }),
  "runbook.moved": z.strictObject({ runbookId: id, path: textRef }),
  "runbook.detached": z.strictObject({ runbookId: id }),
} as const;

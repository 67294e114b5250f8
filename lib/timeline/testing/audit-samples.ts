import type { EventData, EventKind } from "../events";
import { people, ref, sha256, things, uuid } from "./things";

const { mara, sam } = people;

/** Valid data for every kind of event of the audit log. */
export const auditSamples = {
  "console.set_up": { personId: mara },
  "link.made": {
    linkId: uuid(81),
    purpose: "invitation",
    personId: null,
    accessRole: "responder",
    email: ref(33),
  },
  "link.withdrawn": { linkId: uuid(81) },
  "person.created": {
    personId: sam,
    accessRole: "responder",
    name: ref(34),
    email: ref(35),
    through: "invitation",
  },
  "person.access_role_changed": { personId: sam, from: "responder", to: "manager" },
  "person.deactivated": { personId: sam },
  "person.reactivated": { personId: sam },
  "person.profile_changed": { personId: mara, fields: ["timeZone"] },
  "person.password_changed": { personId: mara, through: "profile" },
  "person.sessions_ended": { personId: sam },
  "person.identity_bound": { personId: sam, issuer: "https://login.example.org" },
  "token.made": {
    ...{ tokenId: uuid(91), name: ref(84), accessRole: "responder", scopes: ["runbook.import"] },
    expiresAt: "2027-03-01T00:00:00.000Z",
  },
  "token.revoked": { tokenId: uuid(91) },
  "environment.added": { environmentId: things.production, name: ref(36) },
  "environment.renamed": { environmentId: things.production, from: ref(36), to: ref(37) },
  "environment.archived": { environmentId: things.production },
  "environment.restored": { environmentId: things.production },
  "service.added": { serviceId: things.planner, name: ref(38) },
  "service.renamed": { serviceId: things.planner, from: ref(38), to: ref(39) },
  "service.archived": { serviceId: things.planner },
  "service.restored": { serviceId: things.planner },
  "webhook.added": { webhookId: uuid(82), incidentId: null, name: ref(40), host: "chat.example.org" },
  "webhook.changed": {
    webhookId: uuid(82),
    name: { from: ref(40), to: ref(41) },
    told: { from: "all", to: "updates" },
    host: { from: "chat.example.org", to: "chat.example.net" },
  },
  "target.added": { targetId: uuid(92), name: ref(85), kind: "http", host: "api.example.org" },
  "target.removed": { targetId: uuid(92) },
  "webhook.removed": { webhookId: uuid(82) },
  "runbook.imported": {
    runbookId: things.runbook,
    versionId: things.runbookVersion,
    number: 7,
    sha256,
    parserVersion: 1,
    choices: { count: 2, sha256 },
  },
  "runbook.version_saved": {
    ...{ runbookId: things.runbook, versionId: things.runbookVersion, number: 8, sha256, parserVersion: 1 },
    ...{ choices: null, basedOn: uuid(83), why: ref(45) },
  },
  "runbook.version_restored": {
    ...{ runbookId: things.runbook, versionId: things.runbookVersion, number: 9, sha256, parserVersion: 1 },
    ...{ choices: null, restored: uuid(83), restoredNumber: 6, why: ref(46) },
  },
  "runbook.details_changed": {
    runbookId: things.runbook,
    owner: { from: null, to: sam },
    tags: { from: ref(43), to: ref(44) },
    services: { from: [], to: [things.planner] },
    reviewBy: { from: null, to: "2026-09-01" },
  },
  "runbook.published": { runbookId: things.runbook, from: null, to: things.runbookVersion },
  "runbook.archived": { runbookId: things.runbook },
  "runbook.restored": { runbookId: things.runbook },
  "runbook_source.added": { sourceId: uuid(53), name: ref(81) },
  "runbook.attached": { runbookId: things.runbook, sourceId: uuid(53), path: ref(82) },
  "runbook.moved": { runbookId: things.runbook, path: ref(83) },
  "runbook.detached": { runbookId: things.runbook },
} satisfies { [K in EventKind]?: EventData<K> };

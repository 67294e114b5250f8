import type { EventData, EventKind, TextRef } from "../events";

/** A UUID that a test can recognise. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const people = { mara: uuid(101), jonah: uuid(102), sam: uuid(103) };
export const things = {
  incident: uuid(1),
  otherIncident: uuid(2),
  production: uuid(11),
  staging: uuid(12),
  planner: uuid(21),
  queue: uuid(22),
  checklist: uuid(31),
  item: uuid(32),
  addedItem: uuid(33),
  criterion: uuid(41),
  runbook: uuid(51),
  runbookVersion: uuid(52),
};

/** A reference to text number `n`; `textsOf` brings words for it. */
function ref(n: number): TextRef {
  return { textId: uuid(9_000 + n), digest: "d".repeat(64) };
}

const at = "2026-03-01T03:10:00.000Z";
const sha256 = "e".repeat(64);
const { mara, jonah, sam } = people;
const step = { checklistId: things.checklist, itemId: things.item, from: "todo" } as const;
const timeBox = { timeBoxId: uuid(36), checklistId: things.checklist, itemId: null };
const summary = { summaryId: uuid(61), version: 2, sha256 };
const followUp = { followUpId: uuid(62), number: 1 };
const item = {
  id: things.item,
  kind: "step" as const,
  stepKey: "stp_restart",
  title: null,
  parentId: null,
  group: null,
  branch: null,
  round: 1,
};

/** Valid data for every kind of event; the ids fit together, so that they can be folded in any order. */
export const samples: { [K in EventKind]: EventData<K> } = {
  "incident.declared": {
    kind: "real",
    number: 42,
    key: "INC-42",
    title: ref(1),
    severity: 1,
    environmentId: things.production,
    serviceIds: [things.planner],
    visibility: "everyone",
    startedAt: null,
    detectedAt: null,
    detection: "alert",
    callLink: null,
  },
  "incident.status_changed": { from: "investigating", to: "mitigating", reason: ref(2) },
  "incident.resolved": { from: "monitoring" },
  "incident.cancelled": { from: "declared", reason: ref(3), mergedIntoId: things.otherIncident },
  "incident.absorbed": { incidentId: things.otherIncident },
  "incident.closed": { reason: null },
  "incident.reopened": { from: "resolved", reason: ref(4) },
  "incident.title_changed": { from: ref(1), to: ref(5), reason: null },
  "incident.severity_changed": { from: 2, to: 1, reason: null },
  "incident.environment_changed": { from: things.production, to: things.staging, reason: null },
  "incident.services_changed": { from: [things.planner], to: [things.queue], reason: null },
  "incident.start_corrected": { from: null, to: "2026-03-01T02:06:00.000Z", reason: ref(6) },
  "incident.detection_corrected": {
    from: { at: null, by: null },
    to: { at: "2026-03-01T02:08:00.000Z", by: "customer" },
    reason: null,
  },
  "incident.call_link_changed": { from: null, to: ref(7) },
  "incident.visibility_changed": { from: "everyone", to: "members", reason: null },

  "command.assigned": { from: null, to: jonah },
  "command.acknowledged": { from: null, to: mara },
  "command.offered": { from: mara, to: jonah, note: ref(8) },
  "command.accepted": { from: jonah, to: mara },
  "command.declined": { from: jonah, to: mara, reason: ref(9) },
  "command.withdrawn": { from: mara, to: jonah },
  "command.offer_unanswered": { from: mara, to: jonah },
  "command.taken": { from: jonah, to: mara, reason: ref(10) },
  "person.joined": { personId: sam, role: "scribe" },
  "person.role_changed": { personId: sam, from: "scribe", to: "communications_lead" },
  "person.left": { personId: sam, role: "communications_lead" },

  "note.added": { text: ref(11), mentions: [sam] },
  "log.pasted": { text: ref(12), lines: 120 },
  "entry.corrected": { seq: 1, text: ref(13) },
  "entry.time_corrected": { seq: 1, from: at, to: "2026-03-01T02:50:00.000Z" },
  "entry.pinned": { seq: 1 },
  "entry.unpinned": { seq: 1 },
  "text.redacted": { seq: 1, textId: ref(1).textId, reason: ref(14) },

  "checklist.started": {
    checklistId: things.checklist,
    runbookId: things.runbook,
    runbookVersionId: things.runbookVersion,
    parserVersion: 1,
    sectionKey: "sec_first",
    title: null,
    cadenceMinutes: 10,
    items: [item],
  },
  "step.added": {
    checklistId: things.checklist,
    item: { ...item, id: things.addedItem, stepKey: null, title: ref(15) },
    position: 1,
  },
  "step.assigned": { checklistId: things.checklist, itemId: things.item, from: null, to: sam },
  "step.taken": { ...step, by: mara },
  "step.done": { ...step, note: ref(16) },
  "step.confirmation_asked": { ...step, note: null },
  "step.unticked": { ...step, from: "done" },
  "step.skipped": { ...step, reason: ref(17) },
  "step.failed": { ...step, note: ref(18) },
  "step.blocked": { ...step, reason: ref(19) },
  "step.unblocked": { ...step, from: "blocked" },
  "step.marked_not_applicable": { ...step, reason: null },
  "decision.answered": {
    checklistId: things.checklist,
    itemId: things.item,
    from: null,
    to: { to: "nod_inspect", label: "no" },
    round: 1,
    note: null,
    dropped: [],
    left: [],
    items: [{ ...item, id: things.addedItem, stepKey: "nod_inspect" }],
    position: 1,
  },
  "step.commented": {
    checklistId: things.checklist,
    itemId: things.item,
    remarkId: uuid(34),
    text: ref(20),
  },
  "step.evidence_added": {
    checklistId: things.checklist,
    itemId: things.item,
    remarkId: uuid(35),
    text: ref(21),
  },
  "timebox.started": { ...timeBox, minutes: 5, dueAt: "2026-03-01T03:15:00.000Z" },
  "timebox.extended": {
    ...{ ...timeBox, from: "2026-03-01T03:15:00.000Z", to: "2026-03-01T03:25:00.000Z", reason: ref(41) },
  },
  "timebox.overrun": { ...timeBox, dueAt: at },
  "timebox.stopped": { ...timeBox, reason: ref(42) },
  "timebox.ended": { ...timeBox, because: "done", dueAt: "2026-03-01T03:15:00.000Z" },
  "placeholder.filled": { name: "run_id", value: ref(30), before: null },
  "criterion.added": {
    criterionId: things.criterion,
    runbookVersionId: null,
    gate: "resolved",
    bySignOff: false,
    text: ref(22),
    position: 0,
  },
  "criterion.met": { criterionId: things.criterion, note: ref(23) },
  "criterion.waived": { criterionId: things.criterion, reason: ref(24) },
  "criterion.reopened": { criterionId: things.criterion, reason: null },

  "update.posted": {
    updateId: uuid(71),
    number: 3,
    status: "mitigating",
    current: ref(25),
    progress: ref(26),
    blockers: ref(27),
    dueAt: "2026-03-01T03:12:00.000Z",
    outcome: "on_time",
    nextMinutes: null,
    final: false,
    sources: [1],
  },
  "update.snoozed": {
    from: "2026-03-01T03:12:00.000Z",
    to: "2026-03-01T03:27:00.000Z",
    reason: ref(28),
  },
  "update.missed": { number: 4, dueAt: at, nextDueAt: "2026-03-01T03:25:00.000Z" },
  "update.corrected": { updateId: uuid(71), number: 3, text: ref(29) },
  "update.delivery_abandoned": { number: 3, webhookId: uuid(72), messageId: uuid(73) },

  "summary.drafted": summary,
  "summary.edited": { ...summary, voidsSignOff: true },
  "summary.submitted": summary,
  "summary.returned": { ...summary, comment: ref(30) },
  "summary.signed_off": { ...summary, comment: null },
  "summary.redacted": { summaryId: summary.summaryId, version: 2, from: sha256, to: "f".repeat(64) },
  "follow_up.added": {
    ...followUp,
    title: ref(31),
    kind: "prevent",
    ownerId: sam,
    dueOn: "2026-03-20",
  },
  "follow_up.changed": {
    ...followUp,
    title: ref(32),
    from: { kind: "prevent", ownerId: sam, dueOn: null },
    to: { kind: "prevent", ownerId: jonah, dueOn: "2026-03-27" },
  },
  "follow_up.ended": { ...followUp, state: "done", reason: null },
  "follow_up.reopened": followUp,

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
  "environment.added": { environmentId: things.production, name: ref(36) },
  "environment.renamed": { environmentId: things.production, from: ref(36), to: ref(37) },
  "environment.archived": { environmentId: things.production },
  "environment.restored": { environmentId: things.production },
  "service.added": { serviceId: things.planner, name: ref(38) },
  "service.renamed": { serviceId: things.planner, from: ref(38), to: ref(39) },
  "service.archived": { serviceId: things.planner },
  "service.restored": { serviceId: things.planner },
  "webhook.added": { webhookId: uuid(82), incidentId: null, name: ref(40), host: "chat.example.org" },
  "webhook.removed": { webhookId: uuid(82) },
  "runbook.imported": {
    runbookId: things.runbook,
    versionId: things.runbookVersion,
    number: 7,
    sha256,
    parserVersion: 1,
    choices: { count: 2, sha256 },
  },
  "runbook.published": { runbookId: things.runbook, from: null, to: things.runbookVersion },
  "runbook.archived": { runbookId: things.runbook },
  "runbook.restored": { runbookId: things.runbook },
};

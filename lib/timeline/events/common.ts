import { z } from "zod";

/** Ids of people, services, items …: entries hold ids, never names. */
export const id = z.uuid();

/** A moment, UTC, ISO 8601 with milliseconds: the one form that is hashed. */
export const moment = z.iso.datetime({ precision: 3 });

/** Free text lies in a row of its own; the entry holds its digest, SHA-256(salt + text) in hex. */
export const textRef = z.strictObject({ textId: id, digest: z.string().length(64) });
export type TextRef = z.infer<typeof textRef>;

export const severity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Severity = z.infer<typeof severity>;

export const incidentStatus = z.enum([
  "declared",
  "investigating",
  "mitigating",
  "monitoring",
  "resolved",
  "closed",
  "cancelled",
]);
export type IncidentStatus = z.infer<typeof incidentStatus>;

export const incidentKind = z.enum(["real", "drill"]);
export const visibility = z.enum(["everyone", "members"]);
export const detection = z.enum(["alert", "customer", "colleague", "dashboard", "other"]);
export type Detection = z.infer<typeof detection>;
export const incidentRole = z.enum(["deputy", "communications_lead", "scribe", "responder"]);
export type IncidentRole = z.infer<typeof incidentRole>;
export const stepState = z.enum([
  "todo",
  "in_progress",
  "done",
  "skipped",
  "failed",
  "blocked",
  "not_applicable",
]);
export type StepState = z.infer<typeof stepState>;
export const itemKind = z.enum(["step", "decision"]);
/** What a question was answered with: the key of the node it leads to, and the words on that way. */
export const answer = z.strictObject({ to: z.string(), label: z.string().nullable() });
export type Answer = z.infer<typeof answer>;
/** A picture, kept beside the text that says what it shows: SHA-256(salt + bytes) in hex, and its size in pixels. */
export const imageFacts = z.strictObject({
  digest: z.string().length(64),
  mediaType: z.enum(["image/png", "image/jpeg", "image/webp", "image/gif"]),
  width: z.int().positive(),
  height: z.int().positive(),
  /** In bytes. */
  size: z.int().positive(),
});
export type ImageFacts = z.infer<typeof imageFacts>;

/** What a step asks for besides the doing; minutes: how long it may take, or is to be watched. */
export const stepNeeds = z.strictObject({
  evidence: z.boolean(),
  secondPerson: z.boolean(),
  minutes: z.int().positive().nullable(),
});
export type StepNeeds = z.infer<typeof stepNeeds>;
/** What a tick may be made without, by who has command. */
export const waivable = z.enum(["evidence", "second_person"]);
export type Waivable = z.infer<typeof waivable>;
/** Whether a runbook helped in an incident. */
export const helped = z.enum(["yes", "partly", "no", "not_used"]);
export type Helped = z.infer<typeof helped>;
export const gate = z.enum(["resolved", "closed"]);
export type Gate = z.infer<typeof gate>;
export const slotOutcome = z.enum(["on_time", "late", "missed"]);
export type SlotOutcome = z.infer<typeof slotOutcome>;
export const accessRole = z.enum(["viewer", "responder", "manager", "administrator"]);

import { z } from "zod";
import { id, textRef } from "./common";

const version = { summaryId: id, version: z.int().positive(), sha256: z.string().length(64) };
const day = z.iso.date();

/** The post-incident summary, its review, and the work that comes of it. */
export const summaryEvents = {
  /** By the console as the incident is resolved, each time; the actor is who resolved it. */
  "summary.drafted": z.strictObject(version),
  /** A version that another person wrote, or the first edit since it was submitted, returned or signed off. */
  "summary.edited": z.strictObject({ ...version, voidsSignOff: z.boolean() }),
  "summary.submitted": z.strictObject(version),
  "summary.returned": z.strictObject({ ...version, comment: textRef }),
  "summary.signed_off": z.strictObject({ ...version, comment: textRef.nullable() }),
  /** A redaction took words out of a version: the hash of its content before and since. */
  "summary.redacted": z.strictObject({
    summaryId: id,
    version: z.int().positive(),
    from: z.string().length(64),
    to: z.string().length(64),
  }),

  "follow_up.added": z.strictObject({
    followUpId: id,
    number: z.int().positive(),
    title: textRef,
    kind: z.enum(["prevent", "detect", "mitigate", "process"]),
    ownerId: id.nullable(),
    dueOn: day.nullable(),
  }),
  "follow_up.changed": z.strictObject({
    followUpId: id,
    number: z.int().positive(),
    title: textRef.nullable(),
    from: z.strictObject({ kind: z.string(), ownerId: id.nullable(), dueOn: day.nullable() }),
    to: z.strictObject({ kind: z.string(), ownerId: id.nullable(), dueOn: day.nullable() }),
  }),
  "follow_up.ended": z.strictObject({
    followUpId: id,
    number: z.int().positive(),
    state: z.enum(["done", "dropped"]),
    reason: textRef.nullable(),
  }),
  "follow_up.reopened": z.strictObject({ followUpId: id, number: z.int().positive() }),
} as const;

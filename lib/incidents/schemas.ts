import { z } from "zod";
import {
  detection,
  id,
  incidentKind,
  incidentRole,
  severity,
  visibility,
} from "@/lib/timeline/events/common";
import { INCIDENT_KEY } from "./key.rules";

/** INC-42 or DRILL-7; any case is accepted. */
export const incidentKey = z
  .string()
  .regex(INCIDENT_KEY, "An incident's key looks like INC-42.")
  .transform((key) => key.toUpperCase());

export const keyParams = z.object({ key: incidentKey });

export const title = z
  .string()
  .trim()
  .min(1, "Give it a title: what is broken, for whom.")
  .max(200, "Keep the title under 200 characters.");

export const reason = z
  .string()
  .trim()
  .min(1, "Give a reason.")
  .max(2_000, "Keep the reason under 2,000 characters.");

export const callLink = z
  .url({ protocol: /^https?$/, error: "The call link must begin with https:// or http://." })
  .max(2_000);

const EARLIEST = Date.parse("1970-01-01T00:00:00Z");

/** A moment that a person names: any ISO 8601 time with a zone, since 1970. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((time) => time.getTime() >= EARLIEST, "Give a time after 1970.");

/** Several services: each once, in order of id. */
const services = z
  .array(id)
  .max(50)
  .transform((ids) => [...new Set(ids)].sort());

export const declareInput = z.object({
  kind: incidentKind.default("real"),
  title,
  severity,
  environmentId: id,
  serviceIds: services.default([]),
  visibility: visibility.default("everyone"),
  /** Null: not known (yet). */
  startedAt: instant.nullable().default(null),
  detectedAt: instant.nullable().default(null),
  detection: detection.nullable().default(null),
  /** Who is asked to command; null: nobody yet. */
  commanderId: id.nullable().default(null),
  callLink: callLink.nullable().default(null),
});
export type DeclareInput = z.output<typeof declareInput>;

const change = <T extends z.ZodType>(value: T) => z.strictObject({ from: value, to: value });
/** Facts put right. `from` is what the person saw: if that is no longer so, somebody else was first. */
export const editFactsInput = z.strictObject({
  changes: z
    .strictObject({
      title: change(title),
      severity: change(severity),
      environmentId: change(id),
      serviceIds: change(services),
      startedAt: change(instant.nullable()),
      detection: change(z.strictObject({ at: instant.nullable(), by: detection.nullable() })),
      callLink: change(callLink.nullable()),
      visibility: change(visibility),
    })
    .partial(),
  /** Needed for everything but the call link. */
  reason: reason.nullable().default(null),
});
export type FactChanges = z.output<typeof editFactsInput>["changes"];

export const personInput = z.strictObject({ personId: id });
export const participantParams = keyParams.extend({ personId: id });
export const reasonInput = z.strictObject({ reason });
export const offerInput = z.strictObject({ personId: id, note: reason.nullable().default(null) });
export const answerInput = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("accepted") }),
  z.strictObject({ answer: z.literal("declined"), reason: reason.nullable().default(null) }),
]);
export const roleInput = z.strictObject({ role: incidentRole });
export const statusInput = z.strictObject({
  to: z.enum(["investigating", "mitigating", "monitoring"]),
  reason: reason.nullable().default(null),
});

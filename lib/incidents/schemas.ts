import { z } from "zod";
import { detection, id, incidentKind, severity, visibility } from "@/lib/timeline/events/common";

/** INC-42 or DRILL-7; any case is accepted. */
export const incidentKey = z
  .string()
  .regex(/^(INC|DRILL)-[1-9]\d{0,9}$/i, "An incident's key looks like INC-42.")
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

/** A moment that a person names: any ISO 8601 time with a zone. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const declareInput = z.object({
  kind: incidentKind.default("real"),
  title,
  severity,
  environmentId: id,
  serviceIds: z.array(id).max(50).default([]),
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

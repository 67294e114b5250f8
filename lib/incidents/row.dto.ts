import { z } from "zod";
import {
  detection,
  id,
  incidentKind,
  incidentRole,
  incidentStatus,
  moment,
  severity,
  visibility,
} from "@/lib/timeline/events/common";
import { cadenceState } from "@/lib/updates/cadence-state.rules";

const count = z.int().nonnegative();

/** An incident as lists show it, and as it is sent to every open screen when it changes. */
export const incidentRow = z.object({
  id,
  /** The newest entry it includes: an older row that arrives later is dropped. */
  seq: count,
  key: z.string(),
  kind: incidentKind,
  title: z.string(),
  severity,
  environmentId: id,
  serviceIds: z.array(id),
  visibility,
  status: incidentStatus,
  statusSince: moment,
  startedAt: moment.nullable(),
  detection: detection.nullable(),
  declaredAt: moment,
  declaredById: id.nullable(),
  resolvedAt: moment.nullable(),
  cancelledAt: moment.nullable(),
  commanderId: id.nullable(),
  acknowledgedAt: moment.nullable(),
  offer: z.object({ toId: id, at: moment }).nullable(),
  participants: z.array(z.object({ personId: id, role: incidentRole })),
  cadence: cadenceState,
  summary: z
    .object({ state: z.enum(["draft", "in_review", "returned", "signed_off"]), reviewDueAt: moment })
    .nullable(),
  /** Exit criteria of "resolved": met or waived, of all. */
  gate: z.object({ met: count, total: count }),
  /** Steps that nobody has to do any more, of all. */
  steps: z.object({ over: count, total: count }),
  /** How the last status update begins; null before the first. */
  said: z.string().nullable(),
});
export type IncidentRow = z.infer<typeof incidentRow>;

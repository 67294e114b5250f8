import { z } from "zod";
import {
  detection,
  id,
  incidentKind,
  incidentRole,
  incidentStatus,
  moment,
  severity,
  textRef,
  visibility,
} from "./common";

const change = <T extends z.ZodType>(value: T) =>
  z.strictObject({ from: value, to: value, reason: textRef.nullable() });

/** What happens to an incident itself: its facts, its status, command and people. Version 1 of each. */
export const incidentEvents = {
  "incident.declared": z.strictObject({
    kind: incidentKind,
    number: z.int().positive(),
    key: z.string(),
    title: textRef,
    severity,
    environmentId: id,
    serviceIds: z.array(id),
    visibility,
    startedAt: moment.nullable(),
    detectedAt: moment.nullable(),
    detection: detection.nullable(),
    callLink: textRef.nullable(),
  }),

  "incident.status_changed": z.strictObject({
    from: incidentStatus,
    to: incidentStatus,
    reason: textRef.nullable(),
  }),
  "incident.resolved": z.strictObject({ from: incidentStatus }),
  "incident.cancelled": z.strictObject({
    from: incidentStatus,
    reason: textRef,
    mergedIntoId: id.nullable(),
  }),
  /** Another incident was cancelled as merged into this one. Its key is for those who may see it. */
  "incident.absorbed": z.strictObject({ incidentId: id }),
  "incident.closed": z.strictObject({ reason: textRef.nullable() }),
  "incident.reopened": z.strictObject({ from: incidentStatus, reason: textRef }),

  "incident.title_changed": z.strictObject({ from: textRef, to: textRef, reason: textRef.nullable() }),
  "incident.severity_changed": change(severity),
  "incident.environment_changed": change(id),
  "incident.services_changed": change(z.array(id)),
  "incident.start_corrected": change(moment.nullable()),
  "incident.detection_corrected": change(z.strictObject({ at: moment.nullable(), by: detection.nullable() })),
  "incident.call_link_changed": z.strictObject({
    from: textRef.nullable(),
    to: textRef.nullable(),
  }),
  "incident.visibility_changed": change(visibility),

  /** Somebody is asked to command an incident that nobody has acknowledged yet. */
  "command.assigned": z.strictObject({ from: id.nullable(), to: id }),
  /** "I have command": declared becomes investigating. */
  "command.acknowledged": z.strictObject({ from: id.nullable(), to: id }),
  "command.offered": z.strictObject({ from: id, to: id, note: textRef.nullable() }),
  "command.accepted": z.strictObject({ from: id, to: id }),
  "command.declined": z.strictObject({ from: id, to: id, reason: textRef.nullable() }),
  "command.withdrawn": z.strictObject({ from: id, to: id }),
  "command.offer_unanswered": z.strictObject({ from: id, to: id }),
  "command.taken": z.strictObject({ from: id.nullable(), to: id, reason: textRef }),

  "person.joined": z.strictObject({ personId: id, role: incidentRole }),
  "person.role_changed": z.strictObject({ personId: id, from: incidentRole.nullable(), to: incidentRole }),
  "person.left": z.strictObject({ personId: id, role: incidentRole }),
} as const;

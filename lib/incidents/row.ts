import { z } from "zod";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
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
import { cadenceState } from "@/lib/updates/cadence-state";

/** An incident as lists show it, and as it is sent to every open screen when it changes. */
export const incidentRow = z.object({
  id,
  /** The newest entry it includes: an older row that arrives later is dropped. */
  seq: z.int().nonnegative(),
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
});
export type IncidentRow = z.infer<typeof incidentRow>;

const select = {
  id: true,
  key: true,
  kind: true,
  title: true,
  severity: true,
  environmentId: true,
  visibility: true,
  status: true,
  statusSince: true,
  startedAt: true,
  detection: true,
  declaredAt: true,
  declaredById: true,
  resolvedAt: true,
  cancelledAt: true,
  commanderId: true,
  acknowledgedAt: true,
  offeredToId: true,
  offeredAt: true,
  cadence: true,
  services: { select: { serviceId: true } },
  participants: { where: { leftAt: null }, select: { personId: true, role: true } },
  summary: { select: { state: true, reviewDueAt: true } },
} satisfies Prisma.IncidentSelect;

/**
 * Reads incidents as rows: a fixed number of queries, whatever the number of incidents.
 * @param where must include `visibleTo(actor)` unless the caller checks each row with `canSee`
 */
export async function readRows(
  { db }: Pick<ReadContext, "db">,
  query: Pick<Prisma.IncidentFindManyArgs, "where" | "orderBy" | "take" | "cursor" | "skip">,
): Promise<IncidentRow[]> {
  const rows = await db.incident.findMany({ ...query, select });
  const streams = await db.stream.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    select: { id: true, headSeq: true },
  });
  const heads = new Map(streams.map((stream) => [stream.id, stream.headSeq]));
  return rows.map((row) => toRow(row, heads.get(row.id) ?? 0));
}

type Selected = Prisma.IncidentGetPayload<{ select: typeof select }>;

function toRow(row: Selected, seq: number): IncidentRow {
  const { services, offeredToId, offeredAt, summary, ...rest } = row;
  return {
    ...rest,
    seq,
    severity: severity.parse(row.severity),
    serviceIds: services.map(({ serviceId }) => serviceId),
    statusSince: row.statusSince.toISOString(),
    startedAt: iso(row.startedAt),
    declaredAt: row.declaredAt.toISOString(),
    resolvedAt: iso(row.resolvedAt),
    cancelledAt: iso(row.cancelledAt),
    acknowledgedAt: iso(row.acknowledgedAt),
    offer: offeredToId && offeredAt ? { toId: offeredToId, at: offeredAt.toISOString() } : null,
    cadence: cadenceState.parse(row.cadence),
    summary: summary && { state: summary.state, reviewDueAt: summary.reviewDueAt.toISOString() },
  };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

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
import { cadenceState } from "@/lib/updates/cadence-state.rules";
import { selectRows, type RowRecord } from "./select-rows";

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

/**
 * Reads incidents as rows: two queries, whatever the number of incidents.
 * @param query its `where` must include `visibleTo(actor)` unless the caller checks each row with `canSee`
 */
export async function readRows(
  ctx: Pick<ReadContext, "db">,
  query: Pick<Prisma.IncidentFindManyArgs, "where" | "orderBy" | "take">,
): Promise<IncidentRow[]> {
  const found = await ctx.db.incident.findMany({ ...query, select: { id: true } });
  return readRowsById(
    ctx,
    found.map((incident) => incident.id),
  );
}

/** The rows of these incidents, in this order; the caller has checked that the actor may see them. */
export async function readRowsById(
  ctx: Pick<ReadContext, "db">,
  ids: readonly string[],
): Promise<IncidentRow[]> {
  const records = new Map((await selectRows(ctx.db, ids)).map((record) => [record.id, record]));
  return ids.flatMap((wanted) => {
    const record = records.get(wanted);
    return record ? [toRow(record)] : [];
  });
}

function toRow(record: RowRecord): IncidentRow {
  const { offeredToId, offeredAt, summaryState, reviewDueAt, met, criteria, over, steps, ...rest } = record;
  return {
    ...rest,
    severity: severity.parse(record.severity),
    statusSince: record.statusSince.toISOString(),
    startedAt: iso(record.startedAt),
    declaredAt: record.declaredAt.toISOString(),
    resolvedAt: iso(record.resolvedAt),
    cancelledAt: iso(record.cancelledAt),
    acknowledgedAt: iso(record.acknowledgedAt),
    offer: offeredToId && offeredAt ? { toId: offeredToId, at: offeredAt.toISOString() } : null,
    cadence: cadenceState.parse(record.cadence),
    summary: summaryState && reviewDueAt && { state: summaryState, reviewDueAt: reviewDueAt.toISOString() },
    gate: { met, total: criteria },
    steps: { over, total: steps },
  };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

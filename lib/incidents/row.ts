import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { severity } from "@/lib/timeline/events/common";
import { cadenceState } from "@/lib/updates/cadence-state.rules";
import type { IncidentRow } from "./row.dto";
import { selectRows, type RowRecord } from "./select-rows";

export type { IncidentRow } from "./row.dto";

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

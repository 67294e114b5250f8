import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { readAllEntries } from "@/lib/timeline/read";

/**
 * The keys of the incidents that an incident's entries speak of: what it was merged into, and what was merged into
 * it. By id; those that the actor may not know of are left out.
 */
export async function readIncidentKeys(
  ctx: Pick<ReadContext, "db" | "actor">,
  { id, mergedIntoId }: Pick<IncidentState, "id" | "mergedIntoId">,
): Promise<Record<string, string>> {
  const entries = await readAllEntries(ctx, id, ["incident.absorbed"]);
  const absorbed = entries.flatMap((entry) =>
    entry.kind === "incident.absorbed" ? [entry.data.incidentId] : [],
  );
  const ids = [...absorbed, ...(mergedIntoId ? [mergedIntoId] : [])];
  if (ids.length === 0) return {};
  const rows = await ctx.db.incident.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(ctx.actor)] },
    select: { id: true, key: true },
  });
  return Object.fromEntries(rows.map((row) => [row.id, row.key]));
}

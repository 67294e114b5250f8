import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { readAllEntries } from "@/lib/timeline/read";

type Merged = Pick<IncidentState, "id" | "mergedIntoId">;

/**
 * The keys of the incidents that an incident's entries speak of: what it was merged into, and what was merged into
 * it. By id; those that the actor may not know of are left out.
 */
export async function readIncidentKeys(
  ctx: Pick<ReadContext, "db" | "actor">,
  merged: Merged,
): Promise<Record<string, string>> {
  return readKeysIn(ctx, merged, await readAllEntries(ctx, merged.id, ["incident.absorbed"]));
}

/**
 * The same where the entries were read.
 * @param entries all that say that another incident was merged into it
 */
export async function readKeysIn(
  ctx: Pick<ReadContext, "db" | "actor">,
  { mergedIntoId }: Pick<Merged, "mergedIntoId">,
  entries: readonly Entry[],
): Promise<Record<string, string>> {
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

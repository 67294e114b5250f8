import { endAllTimeBoxes } from "@/lib/checklists/end-time-boxes";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { decideResolve } from "@/lib/incidents/status.rules";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";
import { orThrow } from "@/lib/kernel/errors";
import { draftSummary } from "@/lib/summaries/draft-summary";
import { append } from "@/lib/timeline/append";
import { postUpdate } from "@/lib/updates/post-update";
import { openCriteria } from "./open-criteria";
import type { ResolveInput } from "./schemas";

/**
 * Resolves an incident: posts the final update, stops the clock, and begins the summary.
 * @throws Failure `gate_open` while a `resolved` criterion is neither met nor waived, and says which; `conflict` for
 *   an incident that is not running
 */
export async function resolve(
  ctx: Context,
  { key, ...update }: ResolveInput & { key: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "incident.resolve");
  const { row, stream, at } = incident;
  const missing = await openCriteria(ctx, row.id, "resolved");
  orThrow(
    decideResolve(
      row.status,
      missing.map(({ text }) => text),
    ),
  );
  const from = row.status;

  const posted = await postUpdate(ctx, incident, { ...update, nextMinutes: null, final: true });
  const stopped = await moveClock(ctx, incident, { kind: "resolved" });
  await updateIncident(ctx, incident, {
    ...{ status: "resolved", statusSince: at, resolvedAt: at, offeredToId: null, offeredAt: null },
    ...stopped.columns,
  });
  const resolved = await append(ctx, stream, at, { kind: "incident.resolved", data: { from } });
  const timers = await endAllTimeBoxes(ctx, incident);
  const drafted = await draftSummary(ctx, incident);
  return written(incident, ...posted.entries, ...stopped.entries, resolved, ...timers, ...drafted);
}

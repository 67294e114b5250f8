import { endAllTimeBoxes } from "@/lib/checklists/end-time-boxes";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { decideClose } from "@/lib/incidents/status.rules";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";
import { isAtLeast } from "@/lib/kernel/actor";
import { orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import { severity } from "@/lib/timeline/events/common";
import { optionalText } from "@/lib/timeline/texts";
import { openCriteria } from "./open-criteria";

/**
 * Closes a resolved incident whose summary is signed off; a manager may close a SEV3 or SEV4 with a reason instead.
 * @throws Failure `gate_open` while the summary or a `closed` criterion is missing, and says which; `conflict` for an
 *   incident that is not resolved
 */
export async function close(
  ctx: Context,
  { key, reason }: { key: string; reason: string | null },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "incident.close");
  const { row, stream, at } = incident;
  const summary = await ctx.db.summary.findUnique({
    where: { incidentId: row.id },
    select: { state: true },
  });
  orThrow(
    decideClose({
      from: row.status,
      severity: severity.parse(row.severity),
      signedOff: summary?.state === "signed_off",
      isManager: ctx.actor.kind !== "system" && isAtLeast(ctx.actor.accessRole, "manager"),
      reason,
      missing: await openCriteria(ctx, row.id, "closed"),
    }),
  );
  const why = optionalText(reason);

  await updateIncident(ctx, incident, { status: "closed", statusSince: at, closedAt: at });
  const data = { reason: why?.ref ?? null };
  const closed = await append(ctx, stream, at, { kind: "incident.closed", data, texts: [why] });
  const timers = await endAllTimeBoxes(ctx, incident);
  await tellOutside(ctx, incident, closed);
  return written(incident, closed, ...timers);
}

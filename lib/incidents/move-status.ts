import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import { optionalText } from "@/lib/timeline/texts";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";
import { decideMove } from "./status.rules";
import { updateIncident } from "./update-incident";
import { written } from "./written";

/**
 * Moves an incident between investigating, mitigating and monitoring. Mitigated is the first time it is monitored.
 * @throws Failure `conflict` for a move that does not exist
 */
export async function moveStatus(
  ctx: Context,
  {
    key,
    to,
    reason,
  }: { key: string; to: "investigating" | "mitigating" | "monitoring"; reason: string | null },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "incident.move_status");
  const { row, stream, at } = incident;
  orThrow(decideMove(row.status, to));
  const why = optionalText(reason);
  const data = { from: row.status, to, reason: why?.ref ?? null };

  const mitigatedAt = row.mitigatedAt ?? (to === "monitoring" ? at : null);
  await updateIncident(ctx, incident, { status: to, statusSince: at, mitigatedAt });
  const moved = await append(ctx, stream, at, { kind: "incident.status_changed", data, texts: [why] });
  await tellOutside(ctx, incident, moved);
  return written(incident, moved);
}

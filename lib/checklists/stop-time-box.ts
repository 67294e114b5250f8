import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { closeTimeBox } from "./end-time-boxes";
import { boxRef, lockTimeBox } from "./locked-time-box";

/**
 * Stops a running timer, with a reason.
 * @throws Failure `conflict` once it has ended
 */
export async function stopTimeBox(
  ctx: Context,
  input: { timeBoxId: string; reason: string },
): Promise<Written> {
  const { incident, box } = await lockTimeBox(ctx, input.timeBoxId);
  const joined = await ensureJoined(ctx, incident);
  await closeTimeBox(ctx, incident, box);
  const reason = newText(input.reason);
  const data = { ...boxRef(box), reason: reason.ref };
  const event = { kind: "timebox.stopped", data, texts: [reason] } as const;
  return written(incident, ...joined, await append(ctx, incident.stream, incident.at, event));
}

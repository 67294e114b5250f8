import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { cadenceState } from "./cadence-state.rules";
import type { SnoozeInput } from "./schemas";
import { decideSnooze } from "./snooze.rules";

/**
 * Moves the open slot to a later time, once, with a reason.
 * @throws Failure `conflict` when it was snoozed before, is overdue, or the clock is stopped
 */
export async function snooze(ctx: Context, input: SnoozeInput & { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, input.key, "update.snooze");
  const { row, stream, at } = incident;
  const until = input.until.getTime();
  const ask = { at: at.getTime(), until, reason: input.reason };
  const { from, to } = orThrow(decideSnooze(cadenceState.parse(row.cadence), ask));
  const reason = newText(input.reason);

  const moved = await moveClock(ctx, incident, { kind: "snoozed", until });
  await updateIncident(ctx, incident, { ...moved.columns });
  const data = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), reason: reason.ref };
  const snoozed = await append(ctx, stream, at, { kind: "update.snoozed", data, texts: [reason] });
  return written(incident, ...moved.entries, snoozed);
}

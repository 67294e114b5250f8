import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { boxRef, lockTimeBox } from "./locked-time-box";
import { scheduleOverrun } from "./schedule-overrun";
import type { ExtensionInput } from "./schemas";
import { decideExtend } from "./time-box.rules";

const WAS_FIRST = "Somebody was first: the timer has another end by now.";

/**
 * Gives a running timer more time, with a reason; one that has run out may run out again.
 * @throws Failure `conflict` when it runs out at another time than the person saw (`details.dueAt` says when), or has
 *   ended
 */
export async function extendTimeBox(
  ctx: Context,
  { timeBoxId, minutes, expected, ...input }: ExtensionInput & { timeBoxId: string },
): Promise<Written> {
  const { incident, box } = await lockTimeBox(ctx, timeBoxId);
  const { row, stream, at } = incident;
  if (box.dueAt.getTime() !== expected.getTime())
    throw new Failure("conflict", `${WAS_FIRST} Look at it, and send this again if it needs still more.`, {
      dueAt: box.dueAt.toISOString(),
    });
  const { dueAt } = orThrow(decideExtend(box.dueAt.getTime(), minutes, at.getTime()));
  const to = new Date(dueAt);
  const joined = await ensureJoined(ctx, incident);
  await ctx.db.timeBox.update({
    where: { id: box.id, dueAt: box.dueAt, endedAt: null },
    data: { dueAt: to, overrunAt: null },
    select: { id: true },
  });
  await scheduleOverrun(ctx, row.id, box.id, to);
  const reason = newText(input.reason);
  const data = {
    ...boxRef(box),
    from: box.dueAt.toISOString(),
    to: to.toISOString(),
    reason: reason.ref,
  };
  const entry = await append(ctx, stream, at, { kind: "timebox.extended", data, texts: [reason] });
  return written(incident, ...joined, entry);
}

import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { tellOutside } from "@/lib/outbox/tell-outside";

/**
 * Says what was wrong in a posted update. The update itself stays as it was; the correction is marked, and goes to
 * the same places.
 * @throws Failure `not_found` when there is no such update
 */
export async function correctUpdate(
  ctx: Context,
  { key, number, text }: { key: string; number: number; text: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "update.post");
  const { row, stream, at } = incident;
  const update = await ctx.db.statusUpdate.findUnique({
    where: { incidentId_number: { incidentId: row.id, number } },
    select: { id: true },
  });
  if (!update) throw new Failure("not_found", `There is no update ${number} of ${row.key}.`);
  const words = newText(text);
  const data = { updateId: update.id, number, text: words.ref };
  const corrected = await append(ctx, stream, at, { kind: "update.corrected", data, texts: [words] });
  await tellOutside(ctx, incident, corrected, { nextDueAt: row.dueAt });
  return written(incident, corrected);
}

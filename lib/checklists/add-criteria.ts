import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import type { Gate } from "@/lib/timeline/events/common";
import { newText } from "@/lib/timeline/texts";

/**
 * Adds exit criteria to an incident.
 * @param runbookVersionId where they come from; null: added by hand
 * @returns one entry each
 */
export async function addCriteria(
  ctx: Context,
  incident: LockedIncident,
  runbookVersionId: string | null,
  criteria: readonly { text: string; gate: Gate }[],
): Promise<Entry[]> {
  const incidentId = incident.row.id;
  const first = await ctx.db.exitCriterion.count({ where: { incidentId } });
  const entries: Entry[] = [];
  for (const [index, { text, gate }] of criteria.entries()) {
    const words = newText(text);
    // What holds back "closed" concerns the summary: its sign-off meets it.
    const row = { runbookVersionId, gate, bySignOff: gate === "closed", position: first + index };
    const criterionId = newId();
    await ctx.db.exitCriterion.create({
      data: { id: criterionId, incidentId, ...row, textId: words.ref.textId, state: "open" },
      select: { id: true },
    });
    const data = { criterionId, ...row, text: words.ref };
    entries.push(
      await append(ctx, incident.stream, incident.at, { kind: "criterion.added", data, texts: [words] }),
    );
  }
  return entries;
}

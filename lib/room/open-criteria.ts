import type { ReadContext } from "@/lib/db/context";
import type { Gate } from "@/lib/timeline/events/common";
import { readTexts } from "@/lib/timeline/read-texts";

/** The exit criteria of a gate that are neither met nor waived, in their order, with their words. */
export async function openCriteria(
  { db }: Pick<ReadContext, "db">,
  incidentId: string,
  gate: Gate,
): Promise<{ id: string; text: string; bySignOff: boolean }[]> {
  const rows = await db.exitCriterion.findMany({
    where: { incidentId, gate, state: "open" },
    orderBy: { position: "asc" },
    select: { id: true, textId: true, bySignOff: true },
  });
  const ids = rows.map(({ textId }) => textId);
  const words = await readTexts({ db }, ids);
  return rows.map(({ id, textId, bySignOff }) => ({
    id,
    bySignOff,
    text: words.get(textId) ?? "a redacted criterion",
  }));
}

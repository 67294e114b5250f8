import type { ReadContext } from "@/lib/db/context";
import type { SummaryBody } from "./schemas";

/** The follow-ups as they are now, to be frozen with a submitted text; dropped ones are left out. */
export async function snapshotFollowUps(
  { db }: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<SummaryBody["followUps"]> {
  const rows = await db.followUp.findMany({
    where: { incidentId, state: { not: "dropped" } },
    orderBy: { number: "asc" },
    select: { number: true, titleTextId: true, kind: true, ownerId: true, dueOn: true },
  });
  const texts = await db.entryText.findMany({
    where: { id: { in: rows.map((row) => row.titleTextId) } },
    select: { id: true, text: true },
  });
  const words = new Map(texts.map(({ id, text }) => [id, text]));
  return rows.map(({ titleTextId, dueOn, ...row }) => ({
    ...row,
    title: words.get(titleTextId) ?? "[redacted]",
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
  }));
}

import type { ReadContext } from "@/lib/db/context";
import { REDACTED } from "@/lib/kernel/redacted";
import { readTexts } from "@/lib/timeline/read-texts";
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
  const titleIds = rows.map(({ titleTextId }) => titleTextId);
  const words = await readTexts({ db }, titleIds);
  return rows.map(({ titleTextId, dueOn, ...row }) => ({
    ...row,
    title: words.get(titleTextId) ?? REDACTED,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
  }));
}

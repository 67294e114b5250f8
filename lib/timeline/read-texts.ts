import type { ReadContext } from "@/lib/db/context";

/** The words of texts by id, in one query; null: redacted. */
export async function readTexts(
  { db }: Pick<ReadContext, "db">,
  ids: readonly (string | null)[],
): Promise<Map<string, string | null>> {
  const rows = await db.entryText.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

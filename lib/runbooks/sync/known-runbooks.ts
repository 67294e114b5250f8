import type { Context } from "@/lib/db/context";
import type { KnownRunbook } from "./plan.rules";

const facts = {
  ...{ id: true, slug: true, title: true, sourceId: true, sourcePath: true },
  ...{ archivedAt: true, detachedAt: true, publishedVersionId: true },
  versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, sha256: true } },
} as const;

/**
 * The runbooks of a folder, and those that were imported from one of its paths by hand.
 * @param sourceId null for a folder that was never synced
 */
export async function knownRunbooks(
  { db }: Pick<Context, "db">,
  sourceId: string | null,
  paths: readonly string[],
): Promise<KnownRunbook[]> {
  const own = sourceId === null ? [] : await db.runbook.findMany({ where: { sourceId }, select: facts });
  const taken = new Set(own.map(({ sourcePath }) => sourcePath));
  const imported = await db.runbook.findMany({
    where: { sourceId: null, archivedAt: null, sourcePath: { in: paths.filter((path) => !taken.has(path)) } },
    select: facts,
  });
  return [...own, ...imported].map(({ sourcePath, versions: [newest], archivedAt, detachedAt, ...row }) => {
    const adoptable = row.sourceId === null;
    // A file that only waits as a draft is not what the runbook says.
    const counts = newest && (!adoptable || newest.id === row.publishedVersionId);
    return {
      ...{ id: row.id, slug: row.slug, title: row.title, path: sourcePath ?? "" },
      ...{ sha256: counts ? newest.sha256 : null, adoptable },
      ...{ archived: archivedAt !== null, detached: detachedAt !== null },
    };
  });
}

import type { Db } from "@/lib/db/client";
import { readParse } from "../read-parse";
import { FINDABLE_VERSION, findableOf } from "./findable.rules";

const AT_ONCE = 50;

/**
 * Fills what runbooks are found by where older rules, or none, filled it: once after an upgrade. Safe on several
 * machines at once, and to break off.
 * @returns how many were filled
 */
export async function refreshFindable(db: Db, isStopped: () => boolean = () => false): Promise<number> {
  let filled = 0;
  let after: string | null = null;
  while (!isStopped()) {
    const rows = await outdated(db, after);
    for (const row of rows) filled += await fill(db, row);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < AT_ONCE) break;
  }
  return filled;
}

type Outdated = Awaited<ReturnType<typeof outdated>>[number];

function outdated(db: Db, after: string | null) {
  return db.runbook.findMany({
    where: {
      findableVersion: { lt: FINDABLE_VERSION },
      publishedVersionId: { not: null },
      ...(after && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true, slug: true, sourcePath: true, publishedVersionId: true },
  });
}

async function fill(db: Db, { id, slug, sourcePath, publishedVersionId }: Outdated): Promise<number> {
  const parse = await db.runbookParse.findFirst({
    where: { versionId: publishedVersionId ?? id },
    orderBy: { parserVersion: "desc" },
    select: { versionId: true, parserVersion: true, version: { select: { fileName: true } } },
  });
  if (!parse) return 0;
  const parsed = await readParse({ db }, parse.versionId, parse.parserVersion);
  // Somebody may publish another version just now: then that wins.
  const { count } = await db.runbook.updateMany({
    where: { id, publishedVersionId, findableVersion: { lt: FINDABLE_VERSION } },
    data: findableOf(parsed, { slug, fileName: sourcePath ?? parse.version.fileName }),
  });
  return count;
}

import type { Db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Clock } from "@/lib/kernel/clock";
import { findableOf } from "./match/findable.rules";
import { choicesSchema } from "./parse/choices";
import { parseRunbook } from "./parse/parse-runbook";
import { PARSER_VERSION } from "./parse/version";
import { textOf } from "./source";

const AT_ONCE = 50;

/**
 * Reads published versions again that this parser has not read yet: once after an upgrade. Older parses stay, since
 * checklists are pinned to them; what is started from now on takes the newest. Safe on several machines at once, and
 * to break off.
 * @returns how many were read
 */
export async function refreshParses(
  { db, clock }: { db: Db; clock: Clock },
  isStopped: () => boolean = () => false,
): Promise<number> {
  let read = 0;
  let after: string | null = null;
  while (!isStopped()) {
    const rows = await outdated(db, after);
    for (const row of rows) if (!isStopped()) read += await readAgain({ db, clock }, row);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < AT_ONCE) break;
  }
  return read;
}

type Outdated = Awaited<ReturnType<typeof outdated>>[number];

/** A newer parse than ours is from an instance that was upgraded before this one. */
function outdated(db: Db, after: string | null) {
  return db.$queryRaw<{ id: string; slug: string; sourcePath: string | null; versionId: string }[]>`
    SELECT id, slug, source_path AS "sourcePath", published_version_id AS "versionId" FROM runbooks r
    WHERE published_version_id IS NOT NULL AND id > ${after ?? FIRST}::uuid AND NOT EXISTS (
      SELECT 1 FROM runbook_parses p
      WHERE p.version_id = r.published_version_id AND p.parser_version >= ${PARSER_VERSION})
    ORDER BY id LIMIT ${AT_ONCE}`;
}

const FIRST = "00000000-0000-0000-0000-000000000000";

async function readAgain({ db, clock }: { db: Db; clock: Clock }, row: Outdated): Promise<number> {
  const { versionId } = row;
  const version = await db.runbookVersion.findUnique({
    where: { id: versionId },
    select: { source: true, fileName: true, choices: true },
  });
  if (!version) return 0;
  const { source, fileName } = version;
  const parsed = parseRunbook(textOf(source), { fileName, choices: choicesSchema.parse(version.choices) });
  const data = {
    ...{ versionId, parserVersion: PARSER_VERSION, createdAt: clock.now() },
    parsed: parsed as unknown as Prisma.InputJsonValue,
  };
  const { count } = await db.runbookParse.createMany({ data, skipDuplicates: true });
  // Somebody may publish another version just now: then that wins.
  await db.runbook.updateMany({
    where: { id: row.id, publishedVersionId: versionId },
    data: findableOf(parsed, { slug: row.slug, fileName: row.sourcePath ?? fileName }),
  });
  return count;
}

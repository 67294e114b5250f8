import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { PinnedRunbookDto, RunbookDto } from "./dto";
import { choicesSchema, type Choice } from "./parse/choices";
import { detailsIn, detailsSelect } from "./read-details";
import { readParse } from "./read-parse";
import { textOf } from "./source";
import { pageOfVersions } from "./versions/read-versions";

/** One runbook with its versions and its published version's source and parse. */
export async function readRunbook(ctx: ReadContext, slug: string): Promise<RunbookDto> {
  authorise(ctx.actor, "runbook.read");
  const runbook = await ctx.db.runbook.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      archivedAt: true,
      publishedVersionId: true,
      ...detailsSelect,
      ...{ sourcePath: true, detachedAt: true, syncedFolder: { select: { name: true } } },
    },
  });
  if (!runbook) throw new Failure("not_found", "There is no such runbook.");
  const { services: _, sourcePath, detachedAt, syncedFolder, ...row } = runbook;
  const published = row.publishedVersionId;
  const newest = published && (await newestParse(ctx, published));
  const { versions, next } = await pageOfVersions(ctx, row);
  return {
    ...row,
    ...detailsIn(runbook),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    keptBy: syncedFolder && {
      ...{ name: syncedFolder.name, path: sourcePath ?? "" },
      detachedAt: detachedAt?.toISOString() ?? null,
    },
    versions,
    moreVersions: next,
    parsed: published && newest ? await readParse(ctx, published, newest) : null,
    choices: published ? await readChoices(ctx, published) : [],
    source: published && textOf((await readSource(ctx, published)).source),
  };
}

/**
 * A version as checklists show it.
 * @param parserVersion the parse a checklist is pinned to; absent: the newest
 */
export async function readPinned(
  ctx: ReadContext,
  versionId: string,
  parserVersion?: number,
): Promise<PinnedRunbookDto> {
  authorise(ctx.actor, "runbook.read");
  const version = await ctx.db.runbookVersion.findUnique({
    where: { id: versionId },
    select: {
      number: true,
      runbook: { select: { id: true, slug: true } },
      parses: { orderBy: { parserVersion: "desc" }, take: 1, select: { parserVersion: true } },
    },
  });
  const pinned = parserVersion ?? version?.parses[0]?.parserVersion;
  if (!version || pinned === undefined) throw new Failure("not_found", "There is no such runbook version.");
  const { id: runbookId, slug } = version.runbook;
  const { title, sections } = await readParse(ctx, versionId, pinned);
  return { versionId, parserVersion: pinned, runbookId, slug, number: version.number, title, sections };
}

async function newestParse({ db }: ReadContext, versionId: string): Promise<number | null> {
  const row = await db.runbookParse.findFirst({
    where: { versionId },
    orderBy: { parserVersion: "desc" },
    select: { parserVersion: true },
  });
  return row?.parserVersion ?? null;
}

async function readChoices({ db }: ReadContext, versionId: string): Promise<Choice[]> {
  const row = await db.runbookVersion.findUnique({ where: { id: versionId }, select: { choices: true } });
  return choicesSchema.parse(row?.choices ?? []);
}

/** The Markdown of a version, byte for byte. */
export async function readSource(
  ctx: ReadContext,
  versionId: string,
): Promise<{ source: Uint8Array; fileName: string; number: number }> {
  authorise(ctx.actor, "runbook.read");
  const version = await ctx.db.runbookVersion.findUnique({
    where: { id: versionId },
    select: { source: true, fileName: true, number: true, runbook: { select: { slug: true } } },
  });
  if (!version) throw new Failure("not_found", "There is no such runbook version.");
  return {
    source: version.source,
    number: version.number,
    fileName: version.fileName ?? `${version.runbook.slug}.md`,
  };
}

import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { readTexts } from "@/lib/timeline/read-texts";
import type { VersionContentDto, VersionDto, VersionPageDto } from "../dto";
import { choicesSchema } from "../parse/choices";
import { parseRunbook } from "../parse/parse-runbook";
import type { ParsedRunbook } from "../parse/types";
import { readParse } from "../read-parse";
import { commit } from "../schemas";
import { textOf } from "../source";
import { isKept } from "../sync/kept";

const PAGE = 20;

const versionSelect = {
  ...{ id: true, number: true, createdAt: true, createdById: true, fileName: true, commit: true },
  ...{ whyTextId: true, restoresNumber: true, publishedAt: true },
} as const satisfies Prisma.RunbookVersionSelect;
type Row = Prisma.RunbookVersionGetPayload<{ select: typeof versionSelect }>;

/** A page of the versions of a runbook, newest first. @param query.before the `next` of the page before */
export async function listVersions(
  ctx: ReadContext,
  slug: string,
  query: { before?: number } = {},
): Promise<VersionPageDto> {
  authorise(ctx.actor, "runbook.read");
  const runbook = await findRunbook(ctx, slug);
  return pageOfVersions(ctx, runbook, query.before);
}

/** The same for a runbook that was read already. */
export async function pageOfVersions(
  ctx: ReadContext,
  runbook: { id: string; publishedVersionId: string | null },
  before?: number,
): Promise<VersionPageDto> {
  const rows = await ctx.db.runbookVersion.findMany({
    where: { runbookId: runbook.id, ...(before !== undefined && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: PAGE + 1,
    select: versionSelect,
  });
  const versions = await told(ctx, rows.slice(0, PAGE), runbook.publishedVersionId);
  return { versions, next: rows.length > PAGE ? (versions.at(-1)?.number ?? null) : null };
}

/** A version with its text and what was read of it. */
export async function readVersion(
  ctx: ReadContext,
  slug: string,
  number: number,
): Promise<VersionContentDto> {
  authorise(ctx.actor, "runbook.read");
  const runbook = await findRunbook(ctx, slug);
  const { row, version } = await findVersion(ctx, runbook, number);
  const parsed = await parsedOf(ctx, row);
  const source = new TextDecoder("utf-8", { ignoreBOM: true }).decode(row.source);
  return {
    ...{ version, slug, title: parsed.title, source, parsed },
    exact: Buffer.from(source, "utf8").equals(row.source),
    choices: choicesSchema.parse(row.choices),
    kept: isKept(runbook),
    newestId: runbook.versions[0]?.id ?? row.id,
    publishedVersionId: runbook.publishedVersionId,
  };
}

/** The newest version: what an edit begins from. */
export async function readNewest(ctx: ReadContext, slug: string): Promise<VersionContentDto> {
  const { versions } = await findRunbook(ctx, slug);
  return readVersion(ctx, slug, versions[0]?.number ?? 1);
}

/** The runbook that versions are asked of. @throws Failure `not_found` */
export async function findRunbook({ db }: ReadContext, slug: string) {
  const runbook = await db.runbook.findUnique({
    where: { slug },
    select: {
      ...{ id: true, title: true, publishedVersionId: true, sourceId: true, detachedAt: true },
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true } },
    },
  });
  if (!runbook) throw new Failure("not_found", "There is no such runbook.");
  return runbook;
}

/** One version with its bytes. @throws Failure `not_found` */
export async function findVersion(
  ctx: ReadContext,
  runbook: { id: string; publishedVersionId: string | null },
  number: number,
) {
  const row = await ctx.db.runbookVersion.findUnique({
    where: { runbookId_number: { runbookId: runbook.id, number } },
    select: {
      ...versionSelect,
      ...{ source: true, choices: true },
      parses: { orderBy: { parserVersion: "desc" }, take: 1, select: { parserVersion: true } },
    },
  });
  const [version] = row ? await told(ctx, [row], runbook.publishedVersionId) : [];
  if (!row || !version) throw new Failure("not_found", `This runbook has no version ${number}.`);
  return { row, version };
}

/** What was read of a version, by the newest parser that read it. */
export function parsedOf(
  ctx: ReadContext,
  row: Awaited<ReturnType<typeof findVersion>>["row"],
): Promise<ParsedRunbook> {
  const [newest] = row.parses;
  if (newest) return readParse(ctx, row.id, newest.parserVersion);
  const { fileName, choices } = row;
  return Promise.resolve(
    parseRunbook(textOf(row.source), { fileName, choices: choicesSchema.parse(choices) }),
  );
}

async function told(ctx: ReadContext, rows: readonly Row[], published: string | null): Promise<VersionDto[]> {
  const texts = await readTexts(
    ctx,
    rows.map(({ whyTextId }) => whyTextId),
  );
  return rows.map(({ whyTextId, restoresNumber, publishedAt, ...row }) => ({
    ...row,
    state: row.id === published ? "published" : publishedAt ? "earlier" : "draft",
    createdAt: row.createdAt.toISOString(),
    commit: row.commit === null ? null : commit.parse(row.commit),
    why: whyTextId ? (texts.get(whyTextId) ?? null) : null,
    restores: restoresNumber,
  }));
}

import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like.rules";
import type { RunbookPageDto, TagsDto } from "./dto";
import { readLastWalked } from "./last-walked";
import { detailsIn, detailsSelect } from "./read-details";
import type { LibraryFilters } from "./schemas";

const PAGE = 50;

/**
 * The library, by title: runbooks in which every word stands somewhere. Of the values of one filter any suffices.
 * @param query.after the `next` of the page before
 */
export async function listRunbooks(
  ctx: ReadContext,
  query: LibraryFilters & { after?: string },
): Promise<RunbookPageDto> {
  authorise(ctx.actor, "runbook.read");
  const rows = await ctx.db.runbook.findMany({
    where: whereListed(query),
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    ...(query.after && { cursor: { id: query.after }, skip: 1 }),
    select: {
      ...{ id: true, slug: true, title: true, publishedVersionId: true, updatedAt: true, archivedAt: true },
      ...detailsSelect,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, publishedAt: true } },
    },
  });
  const page = rows.slice(0, PAGE);
  const [walked, numbers, rot] = await Promise.all([
    readLastWalked(
      ctx,
      page.map(({ id }) => id),
    ),
    publishedNumbers(ctx, page),
    readScores(ctx, page),
  ]);
  return {
    runbooks: page.map(
      ({ id, slug, title, versions, publishedVersionId, updatedAt, archivedAt, ...row }) => ({
        ...{ id, slug, title, ...detailsIn(row) },
        versionId: publishedVersionId,
        version: numbers.get(publishedVersionId ?? "") ?? null,
        draft: versions[0]?.publishedAt === null ? versions[0].number : null,
        updatedAt: updatedAt.toISOString(),
        archivedAt: archivedAt?.toISOString() ?? null,
        rot: rot.get(id) ?? null,
        lastWalkedAt: walked.get(id)?.toISOString() ?? null,
      }),
    ),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The numbers of published versions, by their ids. */
async function publishedNumbers(
  { db }: ReadContext,
  page: readonly { publishedVersionId: string | null }[],
): Promise<Map<string, number>> {
  const ids = page.flatMap(({ publishedVersionId }) => publishedVersionId ?? []);
  const rows = await db.runbookVersion.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** How much care each needs, as far as it was reckoned. */
async function readScores(
  { db }: ReadContext,
  page: readonly { id: string }[],
): Promise<Map<string, number>> {
  const rows = await db.runbookRot.findMany({
    where: { runbookId: { in: page.map(({ id }) => id) } },
    select: { runbookId: true, score: true },
  });
  return new Map(rows.map(({ runbookId, score }) => [runbookId, score]));
}

function whereListed({ q, archived, tag, owner, service }: LibraryFilters): Prisma.RunbookWhereInput {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  return {
    archivedAt: archived ? { not: null } : null,
    ...(tag && { tags: { hasSome: tag } }),
    ...(service && { services: { some: { serviceId: { in: service } } } }),
    AND: [
      ...words.map((word) => ({ searchText: { contains: literally(word) } })),
      ...(owner ? [{ OR: [{ ownerId: { in: owner.filter(isId) } }, ...nobody(owner)] }] : []),
    ],
  };
}

function isId(owner: string): boolean {
  return owner !== "nobody";
}

function nobody(owner: readonly string[]): Prisma.RunbookWhereInput[] {
  return owner.includes("nobody") ? [{ ownerId: null }] : [];
}

/** Every tag that a runbook in use bears, by name. */
export async function listTags(ctx: ReadContext): Promise<TagsDto> {
  authorise(ctx.actor, "runbook.read");
  const rows = await ctx.db.$queryRaw<{ tag: string }[]>`
    SELECT DISTINCT unnest(tags) AS tag FROM runbooks WHERE archived_at IS NULL ORDER BY tag LIMIT 1000`;
  return { tags: rows.map(({ tag }) => tag) };
}

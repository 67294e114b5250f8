import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like.rules";
import type { RunbookPageDto, TagsDto } from "./dto";
import { detailsIn, detailsSelect } from "./read-details";
import { findNear } from "./find-near";
import { readHits } from "./read-hits";
import { readStanding } from "./read-standing";
import type { LibraryFilters } from "./schemas";
import { searchWords } from "./search-text.rules";

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
    where: whereListed(query, ctx.clock.now()),
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    ...(query.after && { cursor: { id: query.after }, skip: 1 }),
    select: {
      ...{ id: true, slug: true, title: true, publishedVersionId: true, updatedAt: true, archivedAt: true },
      ...detailsSelect,
    },
  });
  const page = rows.slice(0, PAGE);
  const ids = page.map(({ id }) => id);
  const words = searchWords(query.q);
  const inside = page.filter(({ title }) => !words.every((word) => title.toLowerCase().includes(word)));
  const [standing, rot, hits] = await Promise.all([
    readStanding(ctx, ids),
    readScores(ctx, ids),
    readHits(
      ctx,
      inside.map(({ id }) => id),
      words,
    ),
  ]);
  return {
    runbooks: page.map(({ id, slug, title, publishedVersionId, updatedAt, archivedAt, ...row }) => {
      const { version = null, draft = null, lastWalkedAt = null } = standing.get(id) ?? {};
      return {
        ...{ id, slug, title, ...detailsIn(row), versionId: publishedVersionId, version, draft },
        updatedAt: updatedAt.toISOString(),
        archivedAt: archivedAt?.toISOString() ?? null,
        rot: rot.get(id) ?? null,
        lastWalkedAt: lastWalkedAt?.toISOString() ?? null,
        hit: hits.get(id) ?? null,
      };
    }),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    near: rows.length === 0 && !query.after ? await findNear(ctx, query.q ?? "") : [],
  };
}

/** How much care each needs, as far as it was reckoned. */
async function readScores({ db }: ReadContext, ids: string[]): Promise<Map<string, number>> {
  const rows = await db.runbookRot.findMany({
    where: { runbookId: { in: ids } },
    select: { runbookId: true, score: true },
  });
  return new Map(rows.map(({ runbookId, score }) => [runbookId, score]));
}

function whereListed(
  { q, archived, tag, owner, service, review }: LibraryFilters,
  now: Date,
): Prisma.RunbookWhereInput {
  return {
    archivedAt: archived ? { not: null } : null,
    ...(tag && { tags: { hasSome: tag } }),
    ...(review === "overdue" && { reviewBy: { lt: new Date(now.toISOString().slice(0, 10)) } }),
    ...(service && { services: { some: { serviceId: { in: service } } } }),
    AND: [
      ...searchWords(q).map((word) => ({ searchText: { contains: literally(word) } })),
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

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
/** Of what only notes hold: to tell where in them the words stand takes a while. */
const NOTES_PAGE = 10;

/**
 * The library, by title: runbooks in which every word stands outside of notes; where there is none, those whose notes hold
 * what else is missing.
 * Of the values of one filter any suffices.
 * @param query.after the `next` of the page before
 */
export async function listRunbooks(
  ctx: ReadContext,
  query: LibraryFilters & { after?: string },
): Promise<RunbookPageDto> {
  authorise(ctx.actor, "runbook.read");
  const { rows, fromNotes } = await readPage(ctx, query);
  const size = fromNotes.size > 0 ? NOTES_PAGE : PAGE;
  const page = rows.slice(0, size);
  const ids = page.map(({ id }) => id);
  const words = searchWords(query.q);
  const inside = page.filter(({ title }) => !words.every((word) => title.toLowerCase().includes(word)));
  const isNone = rows.length === 0 && !query.after;
  const [standing, rot, hits] = await Promise.all([
    readStanding(ctx, ids),
    readScores(ctx, ids),
    readHits(
      ctx,
      inside.map(({ id }) => id),
      words,
      fromNotes,
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
    next: rows.length > size ? (page.at(-1)?.id ?? null) : null,
    near: isNone ? await findNear(ctx, query.q ?? "") : [],
  };
}

/** One row more than a page: whether there is another page. `fromNotes` are those in which a word stands in a note alone. */
async function readPage(ctx: ReadContext, query: LibraryFilters & { after?: string }) {
  const { after } = query;
  const words = searchWords(query.q).map(literally);
  const filters = whereListed(query, ctx.clock.now());
  const inSteps = { AND: words.map((contains) => ({ searchText: { contains } })) };
  const anywhere = {
    AND: words.map((contains) => ({ OR: [{ searchText: { contains } }, { notesText: { contains } }] })),
  };
  const read = (where: Prisma.RunbookWhereInput, from: string | undefined, take: number) =>
    ctx.db.runbook.findMany({
      where: { AND: [filters, where] },
      orderBy: [{ titleKey: "asc" }, { id: "asc" }],
      take,
      ...(from && { cursor: { id: from }, skip: 1 }),
      select: rowSelect,
    });
  const none: ReadonlySet<string> = new Set();
  if (words.length === 0) return { rows: await read({}, after, PAGE + 1), fromNotes: none };
  const isAmongNotes =
    after !== undefined && (await ctx.db.runbook.count({ where: { id: after, ...inSteps } })) === 0;
  const first = isAmongNotes ? [] : await read(inSteps, after, PAGE + 1);
  if (first.length > 0 || (after !== undefined && !isAmongNotes)) return { rows: first, fromNotes: none };
  // Notes are long: only where nothing else holds the words.
  const others = await read(anywhere, after, NOTES_PAGE + 1);
  return { rows: others, fromNotes: new Set(others.map(({ id }) => id)) };
}

const rowSelect = {
  ...{ id: true, slug: true, title: true, publishedVersionId: true, updatedAt: true, archivedAt: true },
  ...detailsSelect,
} as const satisfies Prisma.RunbookSelect;

/** How much care each needs, as far as it was reckoned. */
async function readScores({ db }: ReadContext, ids: string[]): Promise<Map<string, number>> {
  const rows = await db.runbookRot.findMany({
    where: { runbookId: { in: ids } },
    select: { runbookId: true, score: true },
  });
  return new Map(rows.map(({ runbookId, score }) => [runbookId, score]));
}

function whereListed(
  { archived, tag, owner, service, review }: LibraryFilters,
  now: Date,
): Prisma.RunbookWhereInput {
  return {
    archivedAt: archived ? { not: null } : null,
    ...(tag && { tags: { hasSome: tag } }),
    ...(review === "overdue" && { reviewBy: { lt: new Date(now.toISOString().slice(0, 10)) } }),
    ...(service && { services: { some: { serviceId: { in: service } } } }),
    ...(owner && { OR: [{ ownerId: { in: owner.filter(isId) } }, ...nobody(owner)] }),
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

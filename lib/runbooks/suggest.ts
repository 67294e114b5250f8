import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { suggestRunbooks } from "./parse/suggest.rules";
import { readParse } from "./read-parse";

const LOOK_AT = 300;
const OFFER = 5;

/** Runbooks that fit a commander's words, best first, each with the reason. */
export async function suggest(ctx: ReadContext, words: string) {
  authorise(ctx.actor, "runbook.read");
  const rows = await ctx.db.runbook.findMany({
    where: { archivedAt: null, publishedVersionId: { not: null } },
    orderBy: { updatedAt: "desc" },
    take: LOOK_AT,
    select: {
      id: true,
      slug: true,
      title: true,
      publishedVersionId: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          id: true,
          parses: { orderBy: { parserVersion: "desc" }, take: 1, select: { parserVersion: true } },
        },
      },
    },
  });
  const candidates = await Promise.all(
    rows.map(async (row) => {
      const version = row.versions[0];
      const parserVersion = version?.parses[0]?.parserVersion;
      const parsed = version && parserVersion ? await readParse(ctx, version.id, parserVersion) : null;
      return {
        id: row.id,
        title: row.title,
        triggers: parsed?.triggers.map((trigger) => trigger.text) ?? [],
        sectionTitles: parsed?.sections.map((section) => section.title) ?? [],
        services: [],
      };
    }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return suggestRunbooks(words, candidates)
    .slice(0, OFFER)
    .flatMap(({ id, score, reason }) => {
      const row = byId.get(id);
      if (!row?.publishedVersionId) return [];
      return [
        { runbookId: id, versionId: row.publishedVersionId, slug: row.slug, title: row.title, score, reason },
      ];
    });
}

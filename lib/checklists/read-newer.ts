import type { ReadContext } from "@/lib/db/context";
import { findVisible } from "@/lib/incidents/find-visible";
import { readTexts } from "@/lib/timeline/read-texts";
import type { NewerVersionsDto } from "./dto";

/**
 * The published versions of the runbooks that an incident walks, where they are newer than what is walked. An archived
 * runbook has none.
 */
export async function readNewer(ctx: ReadContext, key: string): Promise<NewerVersionsDto> {
  const { id } = await findVisible(ctx, key);
  const lists = await ctx.db.checklist.findMany({
    where: { streamId: id, runbookVersionId: { not: null } },
    distinct: ["runbookVersionId"],
    select: { runbookVersionId: true },
  });
  const walked = await ctx.db.runbookVersion.findMany({
    where: {
      id: { in: lists.flatMap(({ runbookVersionId }) => runbookVersionId ?? []) },
      runbook: { archivedAt: null },
    },
    select: { id: true, number: true, runbookId: true, runbook: { select: { publishedVersionId: true } } },
  });
  const published = await ctx.db.runbookVersion.findMany({
    where: { id: { in: walked.flatMap(({ runbook }) => runbook.publishedVersionId ?? []) } },
    select: { id: true, number: true, createdAt: true, createdById: true, whyTextId: true },
  });
  const texts = await readTexts(
    ctx,
    published.map(({ whyTextId }) => whyTextId),
  );
  return {
    newer: walked.flatMap(({ id: versionId, number, runbookId, runbook }) => {
      const to = published.find((version) => version.id === runbook.publishedVersionId);
      if (!to || to.number <= number) return [];
      const { id: newerId, createdAt, whyTextId, ...version } = to;
      const why = texts.get(whyTextId ?? "") ?? null;
      return [{ versionId, runbookId, newerId, ...version, createdAt: createdAt.toISOString(), why }];
    }),
  };
}

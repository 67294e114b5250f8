import { z } from "zod";
import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { RotPageDto, UnansweredDto } from "./dto";
import { rotReason } from "./schemas";

const PAGE = 50;
const ALERTS = 100;

/**
 * The runbooks that need care, the worst first, with the reasons.
 * @param query.after the `next` of the page before
 */
export async function listRot(ctx: ReadContext, query: { after?: string }): Promise<RotPageDto> {
  authorise(ctx.actor, "runbook.read");
  const [after] = query.after
    ? await ctx.db.runbookRot.findMany({ where: { runbookId: query.after }, select: { score: true } })
    : [];
  const [score, id] = [after?.score ?? 101, query.after ?? "00000000-0000-0000-0000-000000000000"];
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT t.runbook_id AS id, r.slug, r.title, t.score, t.reasons, t.reckoned_at AS "reckonedAt"
    FROM runbook_rot t JOIN runbooks r ON r.id = t.runbook_id AND r.archived_at IS NULL
    WHERE t.score > 0 AND (t.score < ${score} OR (t.score = ${score} AND t.runbook_id > ${id}::uuid))
    ORDER BY t.score DESC, t.runbook_id LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  return {
    runbooks: page.map(({ reasons, reckonedAt, ...row }) => ({
      ...row,
      reasons: z.array(rotReason).parse(reasons),
      reckonedAt: reckonedAt.toISOString(),
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

interface Row {
  id: string;
  slug: string;
  title: string;
  score: number;
  reasons: unknown;
  reckonedAt: Date;
}

/** Alerts that were asked for and that no runbook answers to this day, the most frequent first. */
export async function listUnanswered(ctx: ReadContext): Promise<UnansweredDto> {
  authorise(ctx.actor, "runbook.read");
  const rows = await ctx.db.$queryRaw<{ name: string; count: number; lastAt: Date }[]>`
    SELECT a.name, a.count, a.last_at AS "lastAt" FROM unanswered_alerts a
    WHERE NOT EXISTS (
      SELECT 1 FROM runbooks r WHERE r.archived_at IS NULL AND r.match_names @> ARRAY[a.key])
    ORDER BY a.count DESC, a.last_at DESC, a.key LIMIT ${ALERTS}`;
  return { alerts: rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() })) };
}

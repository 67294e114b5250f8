import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { FiguresDto } from "./dto";
import { figuresOf, type VersionKeys } from "./figures.rules";
import { readOutcomes } from "./read-outcomes";

/** So far back it is looked since when a step is as it is. */
const VERSIONS = 50;

/**
 * How a runbook did in real incidents: how often walked, how long its steps took, whether it helped. Steps are told
 * apart by their keys, so they are counted over all versions that have them.
 * @throws Failure `not_found` when there is no such runbook
 */
export async function readFigures(ctx: ReadContext, slug: string): Promise<FiguresDto> {
  authorise(ctx.actor, "runbook.read");
  const runbook = await ctx.db.runbook.findUnique({ where: { slug }, select: { id: true } });
  if (!runbook) throw new Failure("not_found", "There is no such runbook.");
  const outcomes = await readOutcomes(ctx, runbook.id);
  const versions = outcomes.steps.size > 0 ? await readKeys(ctx, runbook.id) : [];
  return {
    runbookId: runbook.id,
    walked: outcomes.walked,
    lastWalkedAt: outcomes.lastWalkedAt?.toISOString() ?? null,
    helped: await readHelped(ctx, runbook.id),
    sections: [...outcomes.sections].map(([key, walked]) => ({ key, walked })),
    steps: [...outcomes.steps].map(([key, outcome]) => figuresOf(key, outcome, versions)),
  };
}

async function readHelped({ db }: ReadContext, runbookId: string): Promise<FiguresDto["helped"]> {
  const rows = await db.$queryRaw<{ helped: keyof FiguresDto["helped"]; count: number }[]>`
    SELECT r.helped, count(*)::int AS count
    FROM runbook_ratings r JOIN incidents i ON i.id = r.incident_id AND i.kind = 'real'
    WHERE r.runbook_id = ${runbookId}::uuid
    GROUP BY r.helped`;
  const counts = new Map(rows.map(({ helped, count }) => [helped, count]));
  const of = (helped: keyof FiguresDto["helped"]) => counts.get(helped) ?? 0;
  return { yes: of("yes"), partly: of("partly"), no: of("no"), not_used: of("not_used") };
}

/** Which steps and nodes the newest versions have, read off the stored parses without their texts. */
async function readKeys({ db }: ReadContext, runbookId: string): Promise<VersionKeys[]> {
  const rows = await db.$queryRaw<{ number: number; keys: string[] }[]>`
    SELECT v.number, ARRAY(
      SELECT jsonb_path_query(p.parsed, '$.sections[*].items[*] ? (@.type == "step").key') #>> '{}'
      UNION ALL SELECT jsonb_path_query(p.parsed, '$.sections[*].flow.nodes[*].key') #>> '{}') AS keys
    FROM runbook_versions v
    CROSS JOIN LATERAL (
      SELECT parsed FROM runbook_parses WHERE version_id = v.id ORDER BY parser_version DESC LIMIT 1) p
    WHERE v.runbook_id = ${runbookId}::uuid AND v.published_at IS NOT NULL
    ORDER BY v.number DESC LIMIT ${VERSIONS}`;
  return rows.map(({ number, keys }) => ({ number, keys: new Set(keys) }));
}

import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { type AlertFacts, keysOf, matchAlert } from "./alert.rules";
import { readCandidates, OFFERED } from "./candidates";

/** So many runbooks at most are ranked: a name that more of them bear tells nothing. */
const LOOK_AT = 50;
const ANSWER = 10;

/** A runbook that answers an alert. */
export interface RunbookMatch {
  runbookId: string;
  versionId: string;
  slug: string;
  title: string;
  sectionKey: string | null;
  sectionTitle: string | null;
  /** Above 0; only good for ordering. */
  score: number;
  /** Why, as a sentence. */
  reason: string;
}

/** The published runbooks that answer an alert, best first, ten at most; often none. */
export async function matchRunbooks(ctx: ReadContext, alert: AlertFacts): Promise<RunbookMatch[]> {
  authorise(ctx.actor, "runbook.read");
  const { names, text } = keysOf(alert);
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM runbooks r
    WHERE ${OFFERED} AND (r.match_names && ${names}::text[]
      OR (${text} <> '' AND EXISTS (SELECT 1 FROM unnest(r.signatures) s WHERE position(s IN ${text}) > 0)))
    ORDER BY r.match_names && ${names}::text[] DESC, r.updated_at DESC, r.id
    LIMIT ${LOOK_AT}`;
  const candidates = await readCandidates(
    ctx,
    found.map(({ id }) => id),
  );
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return matchAlert(alert, candidates)
    .slice(0, ANSWER)
    .flatMap(({ id, sectionKey, score, reason }) => {
      const runbook = byId.get(id);
      if (!runbook) return [];
      const { versionId, slug, title, sections } = runbook;
      const sectionTitle = sections.find(({ key }) => key === sectionKey)?.title ?? null;
      return [{ runbookId: id, versionId, slug, title, sectionKey, sectionTitle, score, reason }];
    });
}

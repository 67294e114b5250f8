import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { type AlertFacts, type AlertMatch, keysOf, matchAlert } from "./alert.rules";
import { type Candidate, readCandidates, OFFERED } from "./candidates";

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
  const found = await findAnswers(ctx, [alert]);
  return found.slice(0, ANSWER).map(({ runbook, sectionKey, score, reason }) => {
    const { id: runbookId, versionId, slug, title, sections } = runbook;
    const sectionTitle = sections.find(({ key }) => key === sectionKey)?.title ?? null;
    return { runbookId, versionId, slug, title, sectionKey, sectionTitle, score, reason };
  });
}

/** A runbook that answers an alert, with all that it is ranked by. */
export type Answer = Omit<AlertMatch, "id"> & { runbook: Candidate };

/** What answers one of these alerts, each runbook once and as it fits best; the best first. */
export async function findAnswers(
  ctx: Pick<ReadContext, "db">,
  alerts: readonly AlertFacts[],
): Promise<Answer[]> {
  const keys = alerts.map(keysOf);
  const names = keys.flatMap((key) => key.names);
  const texts = [...new Set(keys.map(({ text }) => text))].filter((text) => text !== "");
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM runbooks r
    WHERE ${OFFERED} AND (r.match_names && ${names}::text[]
      OR EXISTS (SELECT 1 FROM unnest(r.signatures) s, unnest(${texts}::text[]) t WHERE position(s IN t) > 0))
    ORDER BY r.match_names && ${names}::text[] DESC, r.updated_at DESC, r.id
    LIMIT ${LOOK_AT}`;
  const candidates = await readCandidates(
    ctx,
    found.map(({ id }) => id),
  );
  const byId = new Map(candidates.map((runbook) => [runbook.id, runbook]));
  const matches = alerts.flatMap((alert) => matchAlert(alert, candidates));
  const best = new Map(matches.toSorted((a, b) => a.score - b.score).map((match) => [match.id, match]));
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ id, ...match }) => {
      const runbook = byId.get(id);
      return runbook ? [{ ...match, runbook }] : [];
    });
}

import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { summaryBody, type SummaryBody } from "./schemas";
import type { SummaryState } from "./state.rules";

export interface LockedSummary {
  incident: LockedIncident;
  id: string;
  state: SummaryState;
  /** The newest version. */
  version: number;
  sha256: string;
  body: SummaryBody;
  authorId: string | null;
  submitted: boolean;
  /** All who edited or submitted any version since the draft. */
  authors: ReadonlySet<string>;
}

/**
 * Locks the incident and reads its summary: how every verb on a summary begins.
 * @throws Failure `not_found` when the incident has no summary yet
 */
export async function lockSummary(ctx: Context, key: string, action: Action): Promise<LockedSummary> {
  const incident = await lockIncident(ctx, key, action);
  const row = await ctx.db.summary.findUnique({
    where: { incidentId: incident.row.id },
    select: {
      id: true,
      state: true,
      version: true,
      versions: { orderBy: { number: "desc" }, take: 1 },
    },
  });
  const newest = row?.versions[0];
  if (!row || !newest)
    throw new Failure("not_found", "There is no summary yet: it is drafted when the incident is resolved.");
  return {
    incident,
    ...{
      id: row.id,
      state: row.state,
      version: row.version,
      sha256: newest.sha256,
      authorId: newest.authorId,
    },
    body: summaryBody.parse(newest.body),
    submitted: newest.submittedAt !== null,
    authors: await readAuthors(ctx, row.id),
  };
}

/** All who edited or submitted any version. */
export async function readAuthors(
  { db }: Pick<Context, "db">,
  summaryId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db.summaryAuthor.findMany({ where: { summaryId }, select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId));
}

/** What a sign-off is bound to: SHA-256 over the RFC 8785 JSON of the version's content. */
export function bodyHash(body: SummaryBody): string {
  return sha256(canonical(body));
}

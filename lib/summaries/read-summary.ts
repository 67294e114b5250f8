import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { findVisible } from "@/lib/incidents/find-visible";
import { Failure } from "@/lib/kernel/errors";
import { REDACTED } from "@/lib/kernel/redacted";
import { readTexts } from "@/lib/timeline/read-texts";
import type { SummaryDto } from "./dto";
import { hasReviewer } from "./has-reviewer";
import { readAuthors } from "./locked-summary";
import { readRedactions } from "./read-redactions";
import { summaryBody } from "./schemas";

/**
 * A summary as its page shows it: newest version, versions, decisions, authors.
 * @throws Failure `not_found` when the incident is invisible or has no summary
 */
export function readSummary(ctx: ReadContext, key: string): Promise<SummaryDto> {
  return inSnapshot(ctx.db, async (db) => {
    authorise(ctx.actor, "summary.read");
    const incident = await findVisible({ ...ctx, db }, key);
    const row = await db.summary.findUnique({
      where: { incidentId: incident.id },
      include: {
        incident: {
          select: { id: true, status: true, visibility: true, commanderId: true, declaredById: true },
        },
        versions: { orderBy: { number: "desc" }, omit: { body: true, summaryId: true } },
        decisions: { orderBy: { at: "desc" } },
      },
    });
    if (!row)
      throw new Failure(
        "not_found",
        `${incident.key} has no summary yet: it is drafted when the incident is resolved.`,
      );
    const newest = await db.summaryVersion.findUniqueOrThrow({
      where: { summaryId_number: { summaryId: row.id, number: row.version } },
    });
    const authors = [...(await readAuthors({ db }, row.id))];
    const commentIds = row.decisions.map(({ commentTextId }) => commentTextId);
    const words = await readTexts({ db }, commentIds);
    const redactions = await readRedactions({ db }, incident.id);
    return {
      id: row.id,
      incidentId: incident.id,
      incidentKey: incident.key,
      incidentStatus: row.incident.status,
      state: row.state,
      stateSince: row.stateSince.toISOString(),
      reviewDueAt: row.reviewDueAt.toISOString(),
      version: row.version,
      sha256: newest.sha256,
      savedAt: newest.savedAt.toISOString(),
      body: summaryBody.parse(newest.body),
      signedVersion: row.signedVersion,
      authorIds: authors,
      versions: row.versions.map(({ savedAt, submittedAt, ...version }) => ({
        ...version,
        savedAt: savedAt.toISOString(),
        submittedAt: submittedAt?.toISOString() ?? null,
        redacted: redactions.get(version.number) ?? null,
      })),
      decisions: row.decisions.map(({ version, kind, personId, at, commentTextId, voidedAt }) => ({
        ...{ version, kind, personId },
        at: at.toISOString(),
        comment: commentTextId && (words.get(commentTextId) ?? REDACTED),
        voidedAt: voidedAt?.toISOString() ?? null,
      })),
      hasReviewer: await hasReviewer({ db }, row.incident, authors),
    };
  });
}

/** One version's content, to compare with another. */
export async function readVersion(ctx: ReadContext, key: string, number: number) {
  authorise(ctx.actor, "summary.read");
  const incident = await findVisible(ctx, key);
  const row = await ctx.db.summaryVersion.findFirst({
    where: { number, summary: { incidentId: incident.id } },
    select: { number: true, body: true, sha256: true },
  });
  if (!row) throw new Failure("not_found", "There is no such version.");
  return { number: row.number, sha256: row.sha256, body: summaryBody.parse(row.body) };
}

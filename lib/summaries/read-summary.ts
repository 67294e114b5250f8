import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { findVisible } from "@/lib/incidents/find-visible";
import { Failure } from "@/lib/kernel/errors";
import { REDACTED } from "@/lib/kernel/redacted";
import { readProse } from "@/lib/runbooks/parse/prose";
import { readTexts } from "@/lib/timeline/read-texts";
import { withFactsOfNow } from "./derive-now";
import type { SummaryDto } from "./dto";
import { hasReviewer } from "./has-reviewer";
import { bodyHash, readAuthors } from "./locked-summary";
import { readRedactions } from "./read-redactions";
import { summaryBody, type Parts, type SummaryBody } from "./schemas";
import { isInWork, type SummaryState } from "./state.rules";

/**
 * A summary as its page shows it: newest version, versions, decisions, authors. While it is being written, what the
 * timeline says and the follow-ups are those of now; what was submitted stays as it was.
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
    const { body, sha256 } = await bodyOf({ db }, incident.id, row.state, newest);
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
      sha256,
      savedAt: newest.savedAt.toISOString(),
      body,
      prose: proseOf(body.parts),
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

function proseOf(parts: Parts): SummaryDto["prose"] {
  return {
    impact: readProse(parts.impact),
    rootCause: readProse(parts.rootCause),
    remediation: readProse(parts.remediation),
    wentWell: readProse(parts.wentWell),
  };
}

async function bodyOf(
  { db }: Pick<ReadContext, "db">,
  incidentId: string,
  state: SummaryState,
  newest: { body: unknown; sha256: string },
): Promise<{ body: SummaryBody; sha256: string }> {
  const stored = summaryBody.parse(newest.body);
  if (!isInWork(state)) return { body: stored, sha256: newest.sha256 };
  const head = await db.stream.findUniqueOrThrow({ where: { id: incidentId }, select: { headHash: true } });
  const body = await withFactsOfNow({ db }, { id: incidentId, hash: head.headHash }, stored);
  return { body, sha256: bodyHash(body) };
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

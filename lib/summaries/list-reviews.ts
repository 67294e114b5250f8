import { authorise } from "@/lib/auth/authorise";
import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import { severity } from "@/lib/timeline/events/common";
import type { ReviewPageDto } from "./dto";
import type { SummaryState } from "./state.rules";

const PAGE = 50;

/**
 * Summaries, the most overdue first; those signed off last, newest first.
 * @param query.state absent: all that are not signed off
 * @param query.after the `next` of the page before
 */
export async function listReviews(
  ctx: ReadContext,
  query: { state?: SummaryState; after?: string },
): Promise<ReviewPageDto> {
  authorise(ctx.actor, "summary.read");
  const signedOff = query.state === "signed_off";
  const rows = await ctx.db.summary.findMany({
    where: {
      state: query.state ?? { not: "signed_off" },
      incident: { kind: "real", AND: [visibleTo(ctx.actor)] },
    },
    orderBy: signedOff ? [{ stateSince: "desc" }, { id: "asc" }] : [{ reviewDueAt: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    ...(query.after && { cursor: { id: query.after }, skip: 1 }),
    select: {
      id: true,
      state: true,
      version: true,
      stateSince: true,
      reviewDueAt: true,
      authors: { select: { personId: true } },
      incident: { select: { key: true, title: true, severity: true, resolvedAt: true, commanderId: true } },
    },
  });
  const page = rows.slice(0, PAGE);
  return {
    reviews: page.map(({ incident, authors, ...row }) => ({
      incidentKey: incident.key,
      title: incident.title,
      severity: severity.parse(incident.severity),
      state: row.state,
      version: row.version,
      stateSince: row.stateSince.toISOString(),
      resolvedAt: incident.resolvedAt?.toISOString() ?? null,
      reviewDueAt: row.reviewDueAt.toISOString(),
      authorIds: authors.map(({ personId }) => personId),
      commanderId: incident.commanderId,
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

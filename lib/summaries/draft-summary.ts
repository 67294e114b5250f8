import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { deriveNow } from "./derive-now";
import { bodyHash } from "./locked-summary";
import { reopenCriteria } from "./sign-off-criteria";
import { summaryBody, type SummaryBody } from "./schemas";
import { reviewDueAt } from "./state.rules";

/**
 * Makes the draft when an incident is resolved. One that is resolved again keeps its summary: what people wrote stays,
 * what the timeline says is taken anew, as a new version.
 * @param incident locked, its row still as before the resolution; the resolution's entry is written already
 */
export async function draftSummary(ctx: Context, incident: LockedIncident): Promise<Entry[]> {
  const { row, stream, at } = incident;
  const before = await ctx.db.summary.findUnique({
    where: { incidentId: row.id },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  if (before) return draftAgain(ctx, incident, before);
  const facts = await deriveNow(ctx, stream);
  const body: SummaryBody = {
    parts: { impact: "", rootCause: "", remediation: "", wentWell: "" },
    derived: facts,
    followUps: [],
  };
  const sha256 = bodyHash(body);
  const summaryId = newId();
  await ctx.db.summary.create({
    data: {
      ...{ id: summaryId, incidentId: row.id, state: "draft", version: 1, createdAt: at, stateSince: at },
      reviewDueAt: reviewDueAt(row.severity, at),
      versions: {
        create: { number: 1, body: body as Prisma.InputJsonValue, sha256, authorId: null, savedAt: at },
      },
    },
    select: { id: true },
  });
  return [
    await append(ctx, stream, at, { kind: "summary.drafted", data: { summaryId, version: 1, sha256 } }),
  ];
}

/** The incident was reopened and resolved again: an earlier sign-off stays with its version, a new one is needed. */
async function draftAgain(
  ctx: Context,
  incident: LockedIncident,
  before: { id: string; version: number; versions: { body: unknown }[] },
): Promise<Entry[]> {
  const { row, stream, at } = incident;
  const earlier = summaryBody.parse(before.versions[0]?.body);
  const body: SummaryBody = { ...earlier, derived: await deriveNow(ctx, stream) };
  const sha256 = bodyHash(body);
  const version = before.version + 1;
  await ctx.db.summaryVersion.create({
    data: {
      ...{ summaryId: before.id, number: version, sha256, authorId: null, savedAt: at },
      body: body as Prisma.InputJsonValue,
    },
    select: { number: true },
  });
  await ctx.db.summary.update({
    where: { id: before.id },
    data: {
      version,
      state: "draft",
      stateSince: at,
      signedVersion: null,
      reviewDueAt: reviewDueAt(row.severity, at),
    },
    select: { id: true },
  });
  const data = { summaryId: before.id, version, sha256 };
  const drafted = await append(ctx, stream, at, { kind: "summary.drafted", data });
  return [drafted, ...(await reopenCriteria(ctx, incident))];
}

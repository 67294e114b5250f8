import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { bodyHash, type LockedSummary } from "./locked-summary";
import { reopenCriteria } from "./sign-off-criteria";
import type { SummaryBody } from "./schemas";

/**
 * Saves a changed body. The same author goes on in the same version until it is submitted; another author, or the
 * first edit after a submission, begins a new one, which takes it out of review and voids a sign-off.
 * @returns the version and hash that are now the newest, and the entry, when a version began
 */
export async function writeVersion(
  ctx: Context,
  summary: LockedSummary,
  body: SummaryBody,
): Promise<{ version: number; sha256: string; entries: Entry[] }> {
  const { at, stream } = summary.incident;
  const sha256 = bodyHash(body);
  const isSame = sha256 === summary.sha256;
  if (isSame) return { version: summary.version, sha256, entries: [] };
  await noteAuthor(ctx, summary.id, at);
  if (!summary.submitted && summary.authorId === ctx.actor.id && summary.state === "draft") {
    await ctx.db.summaryVersion.update({
      where: { summaryId_number: { summaryId: summary.id, number: summary.version } },
      data: { body: body as Prisma.InputJsonValue, sha256, savedAt: at },
      select: { number: true },
    });
    return { version: summary.version, sha256, entries: [] };
  }
  const version = summary.version + 1;
  await ctx.db.summaryVersion.create({
    data: {
      ...{ summaryId: summary.id, number: version, sha256, authorId: ctx.actor.id, savedAt: at },
      body: body as Prisma.InputJsonValue,
    },
    select: { number: true },
  });
  const voidsSignOff = summary.state === "signed_off";
  const data = { summaryId: summary.id, version, sha256, voidsSignOff };
  const entries = [await append(ctx, stream, at, { kind: "summary.edited", data })];
  if (voidsSignOff) entries.push(...(await voidSignOff(ctx, summary)));
  await ctx.db.summary.update({
    where: { id: summary.id, version: summary.version },
    data: {
      version,
      state: "draft",
      signedVersion: null,
      ...(summary.state !== "draft" && { stateSince: at }),
    },
    select: { id: true },
  });
  return { version, sha256, entries };
}

/** Whoever edited or submitted is an author for good. */
export async function noteAuthor(ctx: Context, summaryId: string, since: Date): Promise<void> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  if (personId)
    await ctx.db.summaryAuthor.createMany({ data: { summaryId, personId, since }, skipDuplicates: true });
}

async function voidSignOff(ctx: Context, { id, incident }: LockedSummary): Promise<Entry[]> {
  await ctx.db.summaryDecision.updateMany({
    where: { summaryId: id, kind: "signed_off", voidedAt: null },
    data: { voidedAt: incident.at },
  });
  return reopenCriteria(ctx, incident);
}

import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { bodyHash } from "./locked-summary";
import { redactedBody } from "./redacted-body.rules";
import { summaryBody } from "./schemas";

/**
 * Takes redacted words out of every version of the summary. What is left has another hash; an entry says which it
 * was and which it is, so that a version that was signed off verifies as redacted, and as nothing else.
 * @param words each redacted text, whole
 */
export async function redactVersions(
  ctx: Context,
  { row, stream, at }: LockedIncident,
  words: readonly string[],
): Promise<Entry[]> {
  const versions = await ctx.db.summaryVersion.findMany({
    where: { summary: { incidentId: row.id } },
    orderBy: { number: "asc" },
    select: { summaryId: true, number: true, body: true },
  });
  const entries: Entry[] = [];
  for (const { summaryId, number, body: before } of versions) {
    const body = redactedBody(summaryBody.parse(before), words);
    // Of what is there, not what is said to be: a text that was altered must not become a redacted one.
    const from = sha256(canonical(before));
    const to = bodyHash(body);
    if (to === from) continue;
    await ctx.db.summaryVersion.update({
      where: { summaryId_number: { summaryId, number } },
      data: { body: body as Prisma.InputJsonValue, sha256: to },
      select: { number: true },
    });
    const data = { summaryId, version: number, from, to };
    entries.push(await append(ctx, stream, at, { kind: "summary.redacted", data }));
  }
  return entries;
}

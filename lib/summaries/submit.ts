import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { Written } from "@/lib/incidents/dto";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { withFactsOfNow } from "./derive-now";
import { bodyHash, lockSummary } from "./locked-summary";
import { isInWork, missingParts } from "./state.rules";
import { noteAuthor } from "./write-version";

/**
 * Submits a summary for review: what the timeline says and the follow-ups are taken anew and frozen with the text.
 * @throws Failure `invalid` while a part is empty, `conflict` when it is in review or signed off already
 */
export async function submitSummary(ctx: Context, { key }: { key: string }): Promise<Written> {
  const summary = await lockSummary(ctx, key, "summary.submit");
  const { row, stream, at } = summary.incident;
  if (!isInWork(summary.state)) {
    throw new Failure(
      "conflict",
      summary.state === "in_review" ? "It is in review already." : "It is signed off already.",
    );
  }
  if (row.status !== "resolved")
    throw new Failure("conflict", "Only the summary of a resolved incident can be submitted.");
  const missing = missingParts(summary.body.parts);
  if (missing.length > 0) throw new Failure("invalid", `Still to write: ${missing.join(", ")}.`, { missing });
  const body = await withFactsOfNow(ctx, stream, summary.body);
  const sha256 = bodyHash(body);
  await noteAuthor(ctx, summary.id, at);
  // What was submitted once stays as it was read; taking it anew is a new version.
  const version = summary.submitted ? summary.version + 1 : summary.version;
  const content = { body: body as Prisma.InputJsonValue, sha256, savedAt: at, submittedAt: at };
  await ctx.db.summaryVersion.upsert({
    where: { summaryId_number: { summaryId: summary.id, number: version } },
    create: { summaryId: summary.id, number: version, authorId: ctx.actor.id, ...content },
    update: content,
    select: { number: true },
  });
  await ctx.db.summary.update({
    where: { id: summary.id, state: summary.state, version: summary.version },
    data: { state: "in_review", stateSince: at, version },
    select: { id: true },
  });
  const data = { summaryId: summary.id, version, sha256 };
  const entry = await append(ctx, stream, at, { kind: "summary.submitted", data });
  return written({ row }, entry);
}

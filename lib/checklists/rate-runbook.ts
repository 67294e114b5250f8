import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { RatingInput } from "./schemas";

/**
 * Says whether a runbook helped in an incident, or says it anew. It is asked when the incident is resolved; whoever
 * acts in it may answer, also later.
 * @throws Failure `invalid` for a runbook that is not walked here; `conflict` when somebody has said otherwise meanwhile
 */
export async function rateRunbook(
  ctx: Context,
  input: RatingInput & { key: string; runbookId: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, input.key, "runbook.rate");
  const { row, stream, at } = incident;
  const { runbookId } = input;
  const runbookVersionId = await walkedVersion(ctx, row.id, runbookId);
  const id = { incidentId_runbookId: { incidentId: row.id, runbookId } };
  const before = await ctx.db.runbookRating.findUnique({ where: id });
  const from = before?.helped ?? null;
  if (from === input.helped) return written(incident);
  if (from !== input.expected)
    return tellWhoWasFirst(ctx, at, {
      ...{ personId: before?.personId ?? null, at: before?.at ?? null },
      did: "said whether it helped",
    });
  const rating = { runbookVersionId, helped: input.helped, personId: ctx.actor.id, at };
  await ctx.db.runbookRating.upsert({
    where: id,
    create: { incidentId: row.id, runbookId, ...rating },
    update: rating,
    select: { runbookId: true },
  });
  const data = { runbookId, runbookVersionId, from, to: input.helped };
  return written(incident, await append(ctx, stream, at, { kind: "runbook.rated", data }));
}

/** The newest version of the runbook that this incident walks. */
async function walkedVersion(ctx: Context, incidentId: string, runbookId: string): Promise<string> {
  const lists = await ctx.db.checklist.findMany({
    where: { streamId: incidentId, runbookVersionId: { not: null } },
    select: { runbookVersionId: true },
  });
  const version = await ctx.db.runbookVersion.findFirst({
    where: { runbookId, id: { in: lists.flatMap((list) => list.runbookVersionId ?? []) } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!version) throw new Failure("invalid", "This runbook is not walked in this incident.");
  return version.id;
}

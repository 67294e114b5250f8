import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { lockWalked } from "./lock-walked";
import type { NewStepInput } from "./schemas";

/** Adds a step by hand to a checklist, after another one or at its end. */
export async function addStep(
  ctx: Context,
  input: Omit<NewStepInput, "needs"> & { checklistId: string; needs?: NewStepInput["needs"] },
): Promise<Written> {
  const checklist = await ctx.db.checklist.findUnique({
    where: { id: input.checklistId },
    select: { streamId: true },
  });
  if (!checklist) throw new Failure("not_found", "There is no such checklist.");
  const incident = await lockWalked(ctx, checklist.streamId, "step.walk");
  const items = await ctx.db.checklistItem.findMany({
    where: { checklistId: input.checklistId },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const after = items.findIndex(({ id }) => id === input.afterId);
  if (input.afterId && after < 0)
    throw new Failure("invalid", "The step it should come after is not in this checklist.");
  const position = input.afterId ? after + 1 : items.length;
  const title = newText(input.title);
  const needs = { evidence: false, secondPerson: false, minutes: null, ...input.needs };
  const needsSomething = needs.evidence || needs.secondPerson || needs.minutes !== null;
  const item = {
    id: newId(),
    kind: "step" as const,
    stepKey: null,
    title: title.ref,
    parentId: null,
    group: null,
    branch: null,
    round: 1,
    ...(needsSomething && { needs }),
  };
  const joined = await ensureJoined(ctx, incident);
  await ctx.db.checklistItem.updateMany({
    where: { checklistId: input.checklistId, position: { gte: position } },
    data: { position: { increment: 1 } },
  });
  await ctx.db.checklistItem.create({
    data: {
      id: item.id,
      checklistId: input.checklistId,
      streamId: checklist.streamId,
      titleTextId: title.ref.textId,
      position,
      state: "todo",
      needsEvidence: needs.evidence,
      needsSecondPerson: needs.secondPerson,
      timeBoxMinutes: needs.minutes,
    },
    select: { id: true },
  });
  const data = { checklistId: input.checklistId, item, position };
  const entry = await append(ctx, incident.stream, incident.at, { kind: "step.added", data, texts: [title] });
  return written(incident, ...joined, entry);
}

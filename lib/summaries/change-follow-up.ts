import type { z } from "zod";
import type { Context } from "@/lib/db/context";
import type { FollowUp } from "@/lib/db/generated/client";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText, optionalText } from "@/lib/timeline/texts";
import { checkOwner, noteFollowUpAuthor } from "./add-follow-up";
import type { changeFollowUpInput, endFollowUpInput } from "./schemas";

/** Changes what is to be done, by whom or until when. */
export async function changeFollowUp(
  ctx: Context,
  input: z.output<typeof changeFollowUpInput> & { followUpId: string },
): Promise<Written> {
  const { incident, followUp } = await lockFollowUp(ctx, input.followUpId);
  await checkOwner(ctx, incident.facts, input.ownerId);
  const title = input.title === undefined ? null : newText(input.title);
  const from = { kind: followUp.kind, ownerId: followUp.ownerId, dueOn: dayOf(followUp.dueOn) };
  const to = {
    kind: input.kind ?? from.kind,
    ownerId: pick(input.ownerId, from.ownerId),
    dueOn: pick(input.dueOn, from.dueOn),
  };
  await ctx.db.followUp.update({
    where: { id: followUp.id },
    data: {
      ...to,
      dueOn: to.dueOn && new Date(to.dueOn),
      ...(title && { titleTextId: title.ref.textId }),
    },
    select: { id: true },
  });
  const data = { followUpId: followUp.id, number: followUp.number, title: title?.ref ?? null, from, to };
  const { row, stream, at } = incident;
  await noteFollowUpAuthor(ctx, row.id, at);
  const entry = await append(ctx, stream, at, { kind: "follow_up.changed", data, texts: [title] });
  return written({ row }, entry);
}

/**
 * Ends a follow-up (done, or dropped with a reason), or opens it again.
 * @throws Failure `conflict` when it is so already, `invalid` for dropping without a reason
 */
export async function endFollowUp(
  ctx: Context,
  input: z.output<typeof endFollowUpInput> & { followUpId: string },
): Promise<Written> {
  const { incident, followUp } = await lockFollowUp(ctx, input.followUpId);
  const { row, stream, at } = incident;
  if (followUp.state === input.state) throw new Failure("conflict", `It is ${input.state} already.`);
  const reason = optionalText(input.reason);
  if (input.state === "dropped" && !reason) throw new Failure("invalid", "Say why it is dropped.");
  await ctx.db.followUp.update({
    where: { id: followUp.id, state: followUp.state },
    data: { state: input.state, endedAt: input.state === "open" ? null : at },
    select: { id: true },
  });
  const named = { followUpId: followUp.id, number: followUp.number };
  const entry =
    input.state === "open"
      ? await append(ctx, stream, at, { kind: "follow_up.reopened", data: named })
      : await append(ctx, stream, at, {
          kind: "follow_up.ended",
          data: { ...named, state: input.state, reason: reason?.ref ?? null },
          texts: [reason],
        });
  return written({ row }, entry);
}

async function lockFollowUp(
  ctx: Context,
  id: string,
): Promise<{ incident: LockedIncident; followUp: FollowUp }> {
  const found = await ctx.db.followUp.findUnique({ where: { id }, select: { incidentId: true } });
  if (!found) throw new Failure("not_found", "There is no such follow-up.");
  const incident = await lockIncident(ctx, found.incidentId, "follow_up.edit");
  return { incident, followUp: await ctx.db.followUp.findUniqueOrThrow({ where: { id } }) };
}

function pick<T>(changed: T | undefined, before: T): T {
  return changed === undefined ? before : changed;
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

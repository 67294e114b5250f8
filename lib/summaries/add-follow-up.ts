import type { z } from "zod";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { newFollowUpInput } from "./schemas";

/** Adds a piece of work that comes of an incident. */
export async function addFollowUp(
  ctx: Context,
  input: z.output<typeof newFollowUpInput> & { key: string },
): Promise<Written> {
  const { row, stream, at } = await lockIncident(ctx, input.key, "follow_up.edit");
  await checkOwner(ctx, input.ownerId);
  const title = newText(input.title);
  const followUpId = newId();
  const { kind, ownerId, dueOn } = input;
  const number = (await ctx.db.followUp.count({ where: { incidentId: row.id } })) + 1;
  await ctx.db.followUp.create({
    data: {
      ...{ id: followUpId, incidentId: row.id, number, kind, ownerId, state: "open", createdAt: at },
      titleTextId: title.ref.textId,
      dueOn: dueOn && new Date(dueOn),
    },
    select: { id: true },
  });
  const data = { followUpId, number, title: title.ref, kind, ownerId, dueOn };
  const entry = await append(ctx, stream, at, { kind: "follow_up.added", data, texts: [title] });
  return written({ row }, entry);
}

/** @throws Failure `invalid` when the owner is no active person */
export async function checkOwner(ctx: Context, ownerId: string | null | undefined): Promise<void> {
  if (!ownerId) return;
  const person = await ctx.db.person.findFirst({
    where: { id: ownerId, deactivatedAt: null },
    select: { id: true },
  });
  if (!person) throw new Failure("invalid", "Choose an active person as owner.");
}

import type { z } from "zod";
import { canSee, type IncidentFacts } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { newFollowUpInput } from "./schemas";
import { noteAuthor } from "./write-version";

/** Adds a piece of work that comes of an incident. Whoever does becomes an author of what is to be signed. */
export async function addFollowUp(
  ctx: Context,
  input: z.output<typeof newFollowUpInput> & { key: string },
): Promise<Written> {
  const { row, facts, stream, at } = await lockIncident(ctx, input.key, "follow_up.edit");
  await checkOwner(ctx, facts, input.ownerId);
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
  await noteFollowUpAuthor(ctx, row.id, at);
  const data = { followUpId, number, title: title.ref, kind, ownerId, dueOn };
  const entry = await append(ctx, stream, at, { kind: "follow_up.added", data, texts: [title] });
  return written({ row }, entry);
}

/** The signed text holds the follow-ups: who wrote one does not sign it off. After a sign-off it is no part of it. */
export async function noteFollowUpAuthor(ctx: Context, incidentId: string, at: Date): Promise<void> {
  const summary = await ctx.db.summary.findUnique({
    where: { incidentId },
    select: { id: true, state: true },
  });
  if (summary && summary.state !== "signed_off") await noteAuthor(ctx, summary.id, at);
}

/** @throws Failure `invalid` when the owner is no active person who can see the incident */
export async function checkOwner(
  ctx: Context,
  incident: IncidentFacts,
  ownerId: string | null | undefined,
): Promise<void> {
  if (!ownerId) return;
  const person = await ctx.db.person.findFirst({
    where: { id: ownerId, deactivatedAt: null },
    select: { id: true, accessRole: true },
  });
  if (!person || !canSee({ kind: "person", via: "owner", ...person }, incident))
    throw new Failure("invalid", "Choose an active person who can see this incident as owner.");
}

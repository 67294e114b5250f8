import { canSee } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { nameOf } from "@/lib/incidents/name-of";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { lockStep } from "./locked-step";

/**
 * Gives a step to somebody, or to nobody.
 * @throws Failure `conflict` when somebody else has it than the person saw; `invalid` when the person is not active, may only look, or may not know of the incident
 */
export async function assignStep(
  ctx: Context,
  input: { itemId: string; personId: string | null; expectedId?: string | null },
): Promise<Written> {
  const { incident, item } = await lockStep(ctx, input.itemId);
  if (item.assigneeId === input.personId) return written(incident);
  // What nobody has any more is taken from nobody.
  if (input.expectedId !== undefined && item.assigneeId !== null && item.assigneeId !== input.expectedId)
    throw new Failure("conflict", `${await nameOf(ctx, item.assigneeId)} has it now.`);
  if (input.personId) {
    const person = await ctx.db.person.findFirst({
      where: { id: input.personId, deactivatedAt: null, accessRole: { not: "viewer" } },
      select: { id: true, accessRole: true },
    });
    if (!person) throw new Failure("invalid", "Choose an active person who is a responder or more.");
    if (!canSee({ kind: "person", via: "assignment", ...person }, incident.facts))
      throw new Failure("invalid", "Only members may know of this incident. Choose somebody who takes part.");
  }
  const joined = await ensureJoined(ctx, incident);
  await ctx.db.checklistItem.update({
    where: { id: item.id },
    data: { assigneeId: input.personId },
    select: { id: true },
  });
  const data = { checklistId: item.checklistId, itemId: item.id, from: item.assigneeId, to: input.personId };
  const entry = await append(ctx, incident.stream, incident.at, { kind: "step.assigned", data });
  return written(incident, ...joined, entry);
}

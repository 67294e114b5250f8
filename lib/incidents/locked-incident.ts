import type { IncidentFacts } from "@/lib/auth/policy.rules";
import { authorise } from "@/lib/auth/authorise";
import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import type { Incident } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { lockStream, timeIn, type LockedStream } from "@/lib/timeline/append";

/** An incident whose stream this transaction holds: nobody else writes to it until the end. */
export interface LockedIncident {
  stream: LockedStream;
  row: Incident;
  facts: IncidentFacts;
  /** The one time of this verb. */
  at: Date;
}

/**
 * Locks an incident, reads it and asks the policy: how every verb on an incident begins.
 * @param key INC-42, or the incident's id
 * @throws Failure `not_found` when there is none or the actor may not see it, `forbidden` when the action is not theirs
 */
export async function lockIncident(ctx: Context, key: string, action: Action): Promise<LockedIncident> {
  const id = await idOf(ctx, key);
  // Lock first, then read: what is read before the lock may be old.
  const stream = await lockStream(ctx, id);
  const { participants, ...row } = await ctx.db.incident.findUniqueOrThrow({
    where: { id },
    include: { participants: { where: { leftAt: null }, select: { personId: true, role: true } } },
  });
  const { visibility, commanderId, declaredById } = row;
  const facts = { visibility, commanderId, declaredById, participants };
  authorise(ctx.actor, action, facts);
  return { stream, row, facts, at: timeIn(ctx, stream) };
}

async function idOf(ctx: Context, key: string): Promise<string> {
  if (!key.includes("-") || key.length > 20) return key;
  const found = await ctx.db.incident.findUnique({ where: { key }, select: { id: true } });
  // The words of an incident that may not be seen (lib/auth/authorise.ts): they must not differ.
  if (!found) throw new Failure("not_found", "There is no such incident.");
  return found.id;
}

import { authorise } from "@/lib/auth/authorise";
import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";

/**
 * Asks the policy about an incident without locking it, for verbs with something slow to do before they do: who may
 * not do the action must not cause the slow part either. The verb asks again under the lock.
 * @throws Failure as `lockIncident`
 */
export async function authoriseUnlocked(
  ctx: Pick<Context, "db" | "actor">,
  key: string,
  action: Action,
): Promise<void> {
  const facts = await ctx.db.incident.findUnique({
    where: { key },
    select: {
      ...{ visibility: true, commanderId: true, declaredById: true },
      participants: { where: { leftAt: null }, select: { personId: true, role: true } },
    },
  });
  // The words of an incident that may not be seen (lib/auth/authorise.ts): they must not differ.
  if (!facts) throw new Failure("not_found", "There is no such incident.");
  authorise(ctx.actor, action, facts);
}

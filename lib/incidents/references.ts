import { holdResponder } from "@/lib/auth/lock-person";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";

/** @throws Failure `invalid` unless the environment is there and in use */
export async function checkEnvironment(ctx: Context, id: string): Promise<void> {
  const found = await ctx.db.environment.findFirst({ where: { id, archivedAt: null }, select: { id: true } });
  if (!found) throw new Failure("invalid", "Choose an environment from the list.");
}

/** @throws Failure `invalid` unless all services are there and in use, each named once */
export async function checkServices(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  if (new Set(ids).size !== ids.length) throw new Failure("invalid", "Name each service once.");
  const known = await ctx.db.service.count({ where: { id: { in: [...ids] }, archivedAt: null } });
  if (known !== ids.length) throw new Failure("invalid", "Choose services from the list.");
}

/**
 * Who may be asked to command or to take part: an active person whose access role is responder or more.
 * They stay so until the transaction ends: nobody is deactivated while being given command.
 * @throws Failure `invalid` for anybody else
 */
export function checkPerson(ctx: Context, personId: string): Promise<void> {
  return holdResponder(ctx, personId);
}

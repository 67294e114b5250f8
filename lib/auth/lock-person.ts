import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { Person } from "@/lib/db/generated/client";

/**
 * Locks a person's row for a change of who they are: whoever gives them command at this moment waits.
 * Taken after the audit log's lock.
 * @throws Failure `not_found`
 */
export async function lockPerson(ctx: Context, id: string): Promise<Person> {
  await ctx.db.$queryRaw`SELECT 1 FROM people WHERE id = ${id}::uuid FOR UPDATE`;
  const person = await ctx.db.person.findUnique({ where: { id } });
  if (!person) throw new Failure("not_found", "There is no such person.");
  return person;
}

/**
 * Holds a person as they are until the transaction ends: for verbs that give command, so that nobody can be
 * deactivated or made a viewer in between. Taken after the incident's lock.
 * @throws Failure `invalid` unless the person is active and a responder or more
 */
export async function holdResponder(ctx: Context, id: string): Promise<void> {
  if (!(await isHeldResponder(ctx, id)))
    throw new Failure("invalid", "Choose an active person who is a responder or more.");
}

/** The same as a question. @returns whether the person is active and a responder or more; then they stay so */
export async function isHeldResponder(ctx: Context, id: string): Promise<boolean> {
  const rows = await ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM people WHERE id = ${id}::uuid AND deactivated_at IS NULL AND access_role <> 'viewer'
    FOR KEY SHARE`;
  return rows.length === 1;
}

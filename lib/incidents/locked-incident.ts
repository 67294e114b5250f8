import type { IncidentFacts } from "@/lib/auth/policy.rules";
import { authorise } from "@/lib/auth/authorise";
import type { Action } from "@/lib/auth/policy.rules";
import type { Context } from "@/lib/db/context";
import { columnsOf } from "@/lib/db/columns";
import { Prisma, type Incident } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { lockStream, lockStreamOf, timeIn, type LockedStream } from "@/lib/timeline/append";

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
 * @param incident INC-42, the incident's id, or its stream if that is locked already
 * @throws Failure `not_found` when there is none or the actor may not see it, `forbidden` when the action is not theirs
 */
export async function lockIncident(
  ctx: Context,
  incident: string | LockedStream,
  action: Action,
): Promise<LockedIncident> {
  // Lock first, then read: what is read before the lock may be old.
  const stream = typeof incident === "string" ? await lock(ctx, incident) : incident;
  const { participants, ...row } = await readRow(ctx, stream.id);
  const { visibility, commanderId, declaredById } = row;
  const facts = { visibility, commanderId, declaredById, participants };
  authorise(ctx.actor, action, facts);
  return { stream, row, facts, at: timeIn(ctx, stream) };
}

async function lock(ctx: Context, key: string): Promise<LockedStream> {
  if (!key.includes("-") || key.length > 20) return lockStream(ctx, key);
  const stream = await lockStreamOf(ctx, Prisma.sql`SELECT id FROM incidents WHERE key = ${key}`);
  // The words of an incident that may not be seen (lib/auth/authorise.ts): they must not differ.
  if (!stream) throw new Failure("not_found", "There is no such incident.");
  return stream;
}

const columns = columnsOf(Prisma.IncidentScalarFieldEnum);

type Read = Incident & Pick<IncidentFacts, "participants">;

/** Written by hand, since nearly every write begins with it: half of what it costs through Prisma's own query. */
async function readRow(ctx: Context, id: string): Promise<Read> {
  const [row] = await ctx.db.$queryRaw<Read[]>`
    SELECT ${columns}, COALESCE(
      (SELECT jsonb_agg(jsonb_build_object('personId', person_id, 'role', role)) FROM participants
        WHERE incident_id = incidents.id AND left_at IS NULL), '[]') AS participants
    FROM incidents WHERE id = ${id}::uuid`;
  if (!row) throw new Failure("not_found", "There is no such incident.");
  return row;
}

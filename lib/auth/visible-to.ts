import { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/kernel/actor";
import { authorise } from "./authorise";

/**
 * The incidents an actor may know of, as a condition for every query. The twin of `canSee` in policy.rules.ts.
 * @throws Failure `forbidden` for a machine whose token is not for reading incidents
 */
export function visibleTo(actor: Actor): Prisma.IncidentWhereInput {
  authorise(actor, "incident.read");
  if (actor.kind === "system" || actor.accessRole === "administrator") return {};
  return {
    OR: [
      { visibility: "everyone" },
      { declaredById: actor.id },
      { commanderId: actor.id },
      { participants: { some: { personId: actor.id, leftAt: null } } },
    ],
  };
}

/** The same of a table `incidents i`, for queries in SQL. */
export function visibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system" || actor.accessRole === "administrator") return Prisma.sql`TRUE`;
  return Prisma.sql`(i.visibility = 'everyone' OR i.declared_by_id = ${actor.id}::uuid
    OR i.commander_id = ${actor.id}::uuid OR EXISTS (
      SELECT 1 FROM participants p
      WHERE p.incident_id = i.id AND p.person_id = ${actor.id}::uuid AND p.left_at IS NULL))`;
}

import type { Prisma } from "@/lib/db/generated/client";
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

import type { ReadContext } from "@/lib/db/context";
import type { Incident } from "@/lib/db/generated/client";

type Seen = Pick<Incident, "id" | "visibility" | "commanderId" | "declaredById">;

/**
 * Whether somebody can decide on a summary: an active manager or administrator who wrote none of it, and who may know
 * of the incident (`canSee` in lib/auth/policy.rules.ts, asked of everybody at once).
 */
export async function hasReviewer(
  { db }: Pick<ReadContext, "db">,
  { id, visibility, commanderId, declaredById }: Seen,
  authors: readonly string[],
): Promise<boolean> {
  const knowing = [commanderId, declaredById].filter((personId) => personId !== null);
  const reviewer = await db.person.findFirst({
    where: {
      deactivatedAt: null,
      accessRole: { in: ["manager", "administrator"] },
      id: { notIn: [...authors] },
      ...(visibility === "members" && {
        OR: [
          { accessRole: "administrator" },
          { id: { in: knowing } },
          { participations: { some: { incidentId: id, leftAt: null } } },
        ],
      }),
    },
    select: { id: true },
  });
  return reviewer !== null;
}

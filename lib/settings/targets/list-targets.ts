import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { CheckTarget } from "@/lib/db/generated/client";
import type { TargetDto, TargetsDto } from "./dto";

/** So many at once; the list is chosen from in the room. */
export const TARGETS_AT_MOST = 100;

/** Where checks of steps may ask: for everybody who may run one. */
export async function listTargets(ctx: ReadContext): Promise<TargetsDto> {
  authorise(ctx.actor, "step.check");
  const rows = await ctx.db.checkTarget.findMany({
    where: { removedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: TARGETS_AT_MOST,
  });
  return { targets: rows.map(toDto) };
}

export function toDto({ id, name, kind, baseUrl, secret, createdAt }: CheckTarget): TargetDto {
  return { id, name, kind, baseUrl, hasSecret: secret !== null, createdAt: createdAt.toISOString() };
}

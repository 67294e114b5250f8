import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import type { Target } from "./target";

/**
 * Refuses what began from a version that is no longer the newest.
 * @throws Failure `conflict` that names the newer one and who saved it
 */
export async function refuseStale(ctx: Context, { newest }: Target, basedOn: string): Promise<void> {
  if (!newest || newest.id === basedOn) return;
  const who = newest.createdById
    ? await ctx.db.person.findUnique({ where: { id: newest.createdById }, select: { name: true } })
    : null;
  const name = newest.createdById ? (who?.name ?? "Somebody") : "The command line";
  const { id: versionId, number } = newest;
  throw new Failure("conflict", `${name} saved version ${number} meanwhile.`, {
    versionId,
    number,
  });
}

/** @throws Failure `conflict` for one that is archived */
export function refuseArchived({ archivedAt }: Target): void {
  if (archivedAt) throw new Failure("conflict", "This runbook is archived. Restore it first.");
}

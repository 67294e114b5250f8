import type { Tx } from "@/lib/db/client";
import { Failure } from "@/lib/kernel/errors";

/** What says whether a folder keeps a runbook. */
export interface KeptFacts {
  sourceId: string | null;
  detachedAt: Date | null;
}

/** Whether a folder is the truth of this runbook. */
export function isKept({ sourceId, detachedAt }: KeptFacts): boolean {
  return sourceId !== null && detachedAt === null;
}

/**
 * Refuses to change in the console what the next sync would change back.
 * @throws Failure `conflict` naming the folder
 */
export async function refuseKept(db: Tx, runbook: KeptFacts): Promise<void> {
  if (!isKept(runbook)) return;
  const source = await db.runbookSource.findUnique({
    where: { id: runbook.sourceId ?? "" },
    select: { name: true },
  });
  const where = source?.name ?? "a folder";
  throw new Failure(
    "conflict",
    `This runbook is kept in sync from ${where}. Change it there, or detach it first.`,
  );
}

import type { ReadContext } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";

/** Where the words of a step stand: in one version of a runbook, as one parser version reads it. */
export interface StepSource {
  stepKey: string;
  runbookVersionId: string;
  parserVersion: number;
}

/** @returns null for a step that was added by hand */
export async function readSource(
  ctx: Pick<ReadContext, "db">,
  item: Pick<ChecklistItem, "checklistId" | "stepKey" | "leftVersionId" | "leftParserVersion">,
): Promise<StepSource | null> {
  const { stepKey } = item;
  if (stepKey === null) return null;
  const list = await ctx.db.checklist.findUniqueOrThrow({
    where: { id: item.checklistId },
    select: { runbookVersionId: true, parserVersion: true },
  });
  // What a switch left has its words in the version of that time.
  const runbookVersionId = item.leftVersionId ?? list.runbookVersionId;
  const parserVersion = item.leftParserVersion ?? list.parserVersion;
  if (!runbookVersionId || !parserVersion) return null;
  return { stepKey, runbookVersionId, parserVersion };
}

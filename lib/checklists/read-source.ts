import type { ReadContext } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";

/** Where the words of a step stand: in one version of a runbook, as one parser version reads it. */
export interface StepSource {
  stepKey: string;
  runbookVersionId: string;
  parserVersion: number;
}

/** What a checklist is pinned to; nulls for one written on the spot. */
export interface Pin {
  runbookVersionId: string | null;
  parserVersion: number | null;
}

type Item = Pick<ChecklistItem, "checklistId" | "stepKey" | "leftVersionId" | "leftParserVersion">;

/** @returns null for a step that was added by hand */
export async function readSource(ctx: Pick<ReadContext, "db">, item: Item): Promise<StepSource | null> {
  if (item.stepKey === null) return null;
  const list = await ctx.db.checklist.findUniqueOrThrow({
    where: { id: item.checklistId },
    select: { runbookVersionId: true, parserVersion: true },
  });
  return sourceOf(item, list);
}

/** The same where the checklist was read. */
export function sourceOf(item: Omit<Item, "checklistId">, list: Pin): StepSource | null {
  const { stepKey } = item;
  // What a switch left has its words in the version of that time.
  const runbookVersionId = item.leftVersionId ?? list.runbookVersionId;
  const parserVersion = item.leftParserVersion ?? list.parserVersion;
  if (stepKey === null || !runbookVersionId || !parserVersion) return null;
  return { stepKey, runbookVersionId, parserVersion };
}

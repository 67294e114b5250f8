import type { ReadContext } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";
import { findStep } from "@/lib/runbooks/parse/read";
import { readParse } from "@/lib/runbooks/read-parse";
import type { StepNeeds } from "@/lib/timeline/events/common";
import { needsOf } from "./needs.rules";

/** What a step needs: as its pinned runbook says, or as it was added by hand. */
export async function readNeeds(
  ctx: Pick<ReadContext, "db">,
  item: Pick<
    ChecklistItem,
    | "checklistId"
    | "stepKey"
    | "needsEvidence"
    | "needsSecondPerson"
    | "timeBoxMinutes"
    | "leftVersionId"
    | "leftParserVersion"
  >,
): Promise<StepNeeds> {
  const { needsEvidence: evidence, needsSecondPerson: secondPerson, timeBoxMinutes: minutes } = item;
  const own = { evidence, secondPerson, minutes };
  if (item.stepKey === null) return own;
  const list = await ctx.db.checklist.findUniqueOrThrow({
    where: { id: item.checklistId },
    select: { runbookVersionId: true, parserVersion: true },
  });
  // What a switch left has its words in the version of that time.
  const runbookVersionId = item.leftVersionId ?? list.runbookVersionId;
  const parserVersion = item.leftParserVersion ?? list.parserVersion;
  if (!runbookVersionId || !parserVersion) return own;
  const parsed = await readParse(ctx, runbookVersionId, parserVersion);
  return needsOf(own, findStep(parsed, item.stepKey)?.step);
}

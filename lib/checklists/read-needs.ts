import type { ReadContext } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";
import { findStep } from "@/lib/runbooks/parse/read";
import { readParse } from "@/lib/runbooks/read-parse";
import type { StepNeeds } from "@/lib/timeline/events/common";
import { needsOf } from "./needs.rules";
import type { StepSource } from "./read-source";

/** What a step needs: as its pinned runbook says, or as it was added by hand. @param source where its words stand */
export async function readNeeds(
  ctx: Pick<ReadContext, "db">,
  item: Pick<ChecklistItem, "needsEvidence" | "needsSecondPerson" | "timeBoxMinutes">,
  source: StepSource | null,
): Promise<StepNeeds> {
  const { needsEvidence: evidence, needsSecondPerson: secondPerson, timeBoxMinutes: minutes } = item;
  const own = { evidence, secondPerson, minutes };
  if (!source) return own;
  const parsed = await readParse(ctx, source.runbookVersionId, source.parserVersion);
  return needsOf(own, findStep(parsed, source.stepKey)?.step);
}

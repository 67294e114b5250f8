import type { ReadContext } from "@/lib/db/context";
import { findStep } from "@/lib/runbooks/parse/read";
import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import { readParse } from "@/lib/runbooks/read-parse";
import type { IncidentState } from "@/lib/timeline/fold/state";
import { isRisky } from "./risky-step.rules";

/** The items of the steps that were done and change production: of all that was done, they matter most to others. */
export async function readRiskySteps(
  { db }: Pick<ReadContext, "db">,
  { checklists }: IncidentState,
): Promise<Set<string>> {
  const risky = new Set<string>();
  for (const list of checklists) {
    for (const { id, state, title, stepKey, leftAt } of list.items) {
      if (state !== "done") continue;
      const { runbookVersionId, parserVersion } = leftAt ?? list;
      if (title && isRisky(title.value ?? "")) risky.add(id);
      if (!stepKey || !runbookVersionId || parserVersion === null) continue;
      const step = findStep(await readParse({ db }, runbookVersionId, parserVersion), stepKey)?.step;
      if (step && isRisky(titleOf(step), step.commands)) risky.add(id);
    }
  }
  return risky;
}

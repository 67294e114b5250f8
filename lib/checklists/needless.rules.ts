import type { ParsedSection } from "@/lib/runbooks/parse/types";
import type { ItemState } from "@/lib/timeline/fold/state";
import { needlessSteps, questionsIn } from "./alternatives.rules";

/** `needlessSteps` of a checklist as it is stored, with the section that it walks. */
export function needlessOf(
  section: Pick<ParsedSection, "items"> | undefined,
  items: readonly Pick<ItemState, "id" | "parentId" | "state" | "stepKey">[],
): ReadonlySet<string> {
  const steps = section?.items.filter((item) => item.type === "step") ?? [];
  const choices = new Map<string | null, string | null>(steps.map(({ key, choiceKey }) => [key, choiceKey]));
  const questions = questionsIn(section);
  return needlessSteps(
    items.map(({ id, parentId, state, stepKey }) => ({
      ...{ id, parentId, state },
      choice: choices.get(stepKey) ?? null,
      asks: questions.has(stepKey ?? ""),
    })),
  );
}

import { firstOfChoices } from "../reading/first-of-choices.rules";
import { inSourceOrder, type Below } from "../reading/source-order.rules";
import type { Decision, ParsedSection, ParsedStep, SectionItem } from "@/lib/runbooks/parse/types";

export type SectionRow =
  | { kind: "item"; item: Exclude<SectionItem, ParsedStep> }
  /** `begins`: the first of alternatives. */
  | { kind: "step"; step: ParsedStep; begins: boolean }
  /** What a step keeps behind its parts. */
  | { kind: "below"; below: Below }
  /** A question in text, with its parts and theirs, which stand in its card. */
  | { kind: "decision"; step: ParsedStep; decision: Decision; below: ParsedStep[] };

/** The rows of a section, in order; the answers to a question stand in its card and nowhere else. */
export function sectionRows(section: ParsedSection, decisions: readonly Decision[]): SectionRow[] {
  const questions = new Map(decisions.map((decision) => [decision.nodeId, decision]));
  const rows: SectionRow[] = [];
  const cards = new Map<string, ParsedStep[]>();
  const first = firstOfChoices(section.items);
  const isQuestion = (item: SectionItem) => item.type === "step" && questions.has(item.key);
  // A card holds its question with all that is kept of it.
  const items = section.items.some(isQuestion) ? section.items : inSourceOrder(section.items);
  for (const item of items) {
    if (item.type === "below") {
      rows.push({ kind: "below", below: item });
      continue;
    }
    const card = item.type === "step" && item.parentKey ? cards.get(item.parentKey) : undefined;
    if (item.type !== "step") rows.push({ kind: "item", item });
    else if (card) {
      card.push(item);
      cards.set(item.key, card);
    } else {
      const decision = questions.get(item.key);
      if (!decision) rows.push({ kind: "step", step: item, begins: first.has(item.key) });
      else {
        const below: ParsedStep[] = [];
        cards.set(item.key, below);
        rows.push({ kind: "decision", step: item, decision, below });
      }
    }
  }
  return rows;
}

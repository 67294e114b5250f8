import type { Decision, ParsedSection, ParsedStep, SectionItem } from "@/lib/runbooks/parse/types";

export type SectionRow =
  | { kind: "item"; item: Exclude<SectionItem, ParsedStep> }
  /** `begins`: the first of alternatives. */
  | { kind: "step"; step: ParsedStep; begins: boolean }
  /** A question in text, with its parts and theirs, which stand in its card. */
  | { kind: "decision"; step: ParsedStep; decision: Decision; below: ParsedStep[] };

/** The rows of a section, in order; the answers to a question stand in its card and nowhere else. */
export function sectionRows(section: ParsedSection, decisions: readonly Decision[]): SectionRow[] {
  const questions = new Map(decisions.map((decision) => [decision.nodeId, decision]));
  const rows: SectionRow[] = [];
  const cards = new Map<string, ParsedStep[]>();
  let choice: string | null = null;
  for (const item of section.items) {
    const card = item.type === "step" && item.parentKey ? cards.get(item.parentKey) : undefined;
    if (item.type !== "step") {
      choice = null;
      rows.push({ kind: "item", item });
    } else if (card) {
      card.push(item);
      cards.set(item.key, card);
    } else {
      const decision = questions.get(item.key);
      const begins = item.choiceKey !== null && item.choiceKey !== choice;
      choice = item.choiceKey;
      if (!decision) rows.push({ kind: "step", step: item, begins });
      else {
        const below: ParsedStep[] = [];
        cards.set(item.key, below);
        rows.push({ kind: "decision", step: item, decision, below });
      }
    }
  }
  return rows;
}

import { linesOf } from "./blocks";
import type { ChoiceLookup } from "./choice-lookup";
import { timeBoxOf } from "./durations";
import { inEnglish } from "./glossary";
import { headingStep } from "./heading-step";
import { joinLines, plainText, readInlines, type Definitions } from "./inline";
import type { Keys } from "./keys";
import type { Draft } from "./outline";
import { proseSteps } from "./prose-steps";
import { readItems } from "./section-items";
import type { Inline, ParsedSection, ParsedStep, SectionItem, SectionKind } from "./types";

/**
 * Reads the sections of a document, in order.
 *
 * @param titleIndex the draft whose heading is the runbook's title, or null: it does not count for keys,
 *   so that renaming a runbook keeps them
 * @param lastLine number of lines of the document
 */
export function readSections(
  drafts: readonly Draft[],
  titleIndex: number | null,
  about: { keys: Keys; definitions: Definitions; choices: ChoiceLookup; lastLine: number },
): ParsedSection[] {
  const paths = pathsOf(drafts, titleIndex, about.definitions);
  const sections: ParsedSection[] = [];
  drafts.forEach((draft, index) => {
    const inlines = headingInlines(draft, about.definitions);
    const title = plainText(inlines);
    const path = paths[index] ?? [];
    const key = about.keys.section(path);
    const scope = {
      heading: title,
      path,
      keys: about.keys,
      definitions: about.definitions,
      choices: about.choices,
      chosen: draft.heading ? about.choices.roleAt(linesOf(draft.heading).start) : null,
    };
    const read = readItems(draft.nodes, scope);
    const mayBeStep = index !== titleIndex && drafts[index + 1]?.parent !== index;
    const step = mayBeStep ? headingStep(draft, inlines, read, scope) : null;
    const items = step ? [step] : proseSteps(read, scope, index === titleIndex);
    sections.push({
      key,
      parentKey: draft.parent === null ? null : (sections[draft.parent]?.key ?? null),
      level: draft.heading?.depth ?? 0,
      title,
      inlines,
      kind: kindOf(items),
      timeBoxMinutes: timeBoxOf(inEnglish(title)),
      items,
      flow: null,
      lines: { start: startOf(draft), end: endOf(drafts[index + 1], about.lastLine) },
    });
  });
  return sections;
}

/** Of each section, the titles from the outermost one down to it: what its keys are made of. */
export function pathsOf(
  drafts: readonly Draft[],
  titleIndex: number | null,
  definitions: Definitions,
): string[][] {
  const paths: string[][] = [];
  drafts.forEach((draft, index) => {
    const above = draft.parent === null ? [] : (paths[draft.parent] ?? []);
    const title = plainText(headingInlines(draft, definitions));
    paths.push(index === titleIndex || draft.heading === null ? [] : [...above, title]);
  });
  return paths;
}

function headingInlines(draft: Draft, definitions: Definitions): Inline[] {
  return draft.heading ? joinLines(readInlines(draft.heading.children, definitions)) : [];
}

function kindOf(items: readonly SectionItem[]): SectionKind {
  const steps = items.filter((item): item is ParsedStep => item.type === "step" && item.depth === 0);
  if (steps.length === 0) return items.some((item) => item.type === "criterion") ? "exit_criteria" : "notes";
  const choice = steps[0]?.choiceKey ?? null;
  return choice !== null && steps.every((step) => step.choiceKey === choice) ? "options" : "steps";
}

function startOf(draft: Draft): number {
  const first = draft.heading ?? draft.nodes[0];
  return first ? linesOf(first).start : 1;
}

function endOf(next: Draft | undefined, lastLine: number): number {
  return next ? Math.max(1, startOf(next) - 1) : lastLine;
}

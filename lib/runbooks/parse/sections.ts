import { linesOf } from "./blocks";
import type { ChoiceLookup } from "./choice-lookup";
import { takeExits } from "./criteria";
import { timeBoxOf } from "./durations";
import { inEnglish } from "./glossary";
import { commandedStep, headingStep } from "./heading-step";
import { plainText, readHeading, type Definitions } from "./inline";
import type { Keys } from "./keys";
import type { Draft } from "./outline";
import { readOptions } from "./option-sections";
import { isListed, proseSteps } from "./prose-steps";
import type { Scope } from "./scope";
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
  about: About,
): ParsedSection[] {
  const paths = pathsOf(drafts, titleIndex, about.definitions);
  const read = drafts.map((draft, index) => readDraft(draft, paths[index] ?? [], about));
  // Where a document lists or numbers its steps, it means those. What a person chose for one says nothing of others.
  const hasListed = read.some(({ items, scope }) => items.some((item) => isListed(item, scope)));
  return read.map(({ draft, key, inlines, scope, items: listed }, index): ParsedSection => {
    const isTitle = index === titleIndex;
    const mayBeStep = !isTitle && drafts[index + 1]?.parent !== index;
    const items = itemsOf(draft, { inlines, scope, listed }, { mayBeStep, isTitle, hasListed });
    return {
      key,
      parentKey: draft.parent === null ? null : (read[draft.parent]?.key ?? null),
      level: draft.heading?.depth ?? 0,
      title: scope.heading,
      inlines,
      kind: kindOf(items),
      timeBoxMinutes: timeBoxOf(inEnglish(scope.heading)),
      items,
      flow: null,
      lines: { start: startOf(draft), end: endOf(drafts[index + 1], about.lastLine) },
    };
  });
}

type About = { keys: Keys; definitions: Definitions; choices: ChoiceLookup; lastLine: number };

/** A section with what its lists and fences hold. */
type ReadDraft = { draft: Draft; key: string; inlines: Inline[]; scope: Scope; items: SectionItem[] };

function readDraft(draft: Draft, path: readonly string[], about: About): ReadDraft {
  const { keys, definitions, choices } = about;
  const inlines = headingInlines(draft, definitions);
  const chosen = draft.heading ? choices.roleAt(linesOf(draft.heading).start) : null;
  const scope = { heading: plainText(inlines), path, keys, definitions, choices, chosen };
  const key = keys.section(path);
  const items = [...readItems(draft.nodes, scope), ...readOptions(draft.options, scope)];
  return { draft, key, inlines, scope, items };
}

/** What a section holds: its lists and fences; else the step that its heading is; else the steps in its paragraphs. */
function itemsOf(
  draft: Draft,
  { inlines, scope, listed }: { inlines: Inline[]; scope: Scope; listed: SectionItem[] },
  { mayBeStep, ...where }: { mayBeStep: boolean; isTitle: boolean; hasListed: boolean },
): SectionItem[] {
  const { exits, rest } = takeExits(listed, scope);
  const numbered = mayBeStep ? headingStep(draft, inlines, rest, scope) : null;
  if (numbered) return inOrder([numbered, ...exits]);
  const items = proseSteps(rest, scope, where);
  const commanded = mayBeStep ? commandedStep(draft, inlines, items, scope, where) : null;
  return inOrder([...(commanded ? [commanded] : items), ...exits]);
}

function inOrder(items: SectionItem[]): SectionItem[] {
  const lineOf = (item: SectionItem) => (item.type === "note" ? item.block.lines : item.lines).start;
  return items.sort((a, b) => lineOf(a) - lineOf(b));
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
  return draft.heading ? readHeading(draft.heading, definitions) : [];
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

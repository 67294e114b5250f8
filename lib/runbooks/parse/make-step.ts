import { readCodeSpans } from "./commands";
import { caseOf, conditionOf } from "./conditions";
import { waitOf } from "./durations";
import { joinLines, plainText } from "./inline";
import { leadInOf, withoutColon, isAllBold } from "./labels";
import { needsEvidence, needsSecondPerson } from "./requirements";
import type { Scope } from "./scope";
import { titleSentence } from "./step-sentence";
import type { Block, Inline, LineRange, ParsedStep } from "./types";

/** Where a step stands among the others. */
export type Place = {
  parentKey: string | null;
  groupKey: string | null;
  choiceKey: string | null;
  depth: number;
};

/** A step of its own text; what stands below it is added with `addDetails`. */
export function makeStep(
  raw: readonly Inline[],
  about: { origin: ParsedStep["origin"]; checked?: boolean | null; lines: LineRange },
  place: Place,
  scope: Scope,
): ParsedStep {
  const inlines = joinLines(raw);
  const text = plainText(inlines);
  const leadIn = leadInOf(inlines);
  const said = leadIn === null ? text : text.slice(leadIn.length).replace(/^[\s:.–—-]+/, "");
  const condition = conditionOf(said) ?? (place.choiceKey === null ? null : caseOf(said));
  return {
    type: "step",
    key: scope.keys.step(scope.path, text),
    ...place,
    title: leadIn ?? (isAllBold(inlines) ? withoutColon(text) : titleSentence(text)),
    text,
    inlines,
    origin: about.origin,
    checked: about.checked ?? null,
    condition,
    expect: null,
    ifFails: null,
    timeBoxMinutes: waitOf(said),
    needsSecondPerson: needsSecondPerson(text),
    needsEvidence: needsEvidence(text),
    ...readCodeSpans(inlines, { start: about.lines.start, end: about.lines.start }),
    details: [],
    lines: about.lines,
  };
}

/** Adds what stands below a step's text, with the commands in it. */
export function addDetails(step: ParsedStep, blocks: readonly Block[]): void {
  for (const block of blocks) {
    step.details.push(block);
    const found =
      block.type === "code"
        ? block
        : block.type === "paragraph"
          ? readCodeSpans(block.inlines, block.lines)
          : null;
    step.commands.push(...(found?.commands ?? []));
    step.http.push(...(found?.http ?? []));
  }
}

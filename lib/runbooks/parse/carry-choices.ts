import { lineOf } from "./choice-lookup";
import type { Choice, LinkChoice } from "./choices";
import { choosablePieces } from "./choosable";
import { parseRunbook } from "./parse-runbook";
import type { Decision, ParsedRunbook } from "./types";

/** What became of the choices about one document in another one. */
export type Carried = {
  /** Those whose piece still stands there, with its line of now. */
  choices: Choice[];
  /** Those whose piece is gone or changed, as they were. */
  lost: Choice[];
};

/**
 * Takes the choices about a document over to a changed one. A choice follows its piece by section and words, never
 * by its line alone: where the words changed, it is for a person to choose again. A link goes with its decision and
 * branch, and only while the section that it leads to is there.
 */
export function carryChoices(
  before: { source: string; choices: readonly Choice[] },
  source: string,
): Carried {
  if (before.choices.length === 0) return { choices: [], lost: [] };
  if (before.source === source) return { choices: [...before.choices], lost: [] };
  const keyAt = new Map(choosablePieces(before.source).map(({ line, key }) => [line, key]));
  const lineOfKey = new Map(choosablePieces(source).map(({ line, key }) => [key, line]));
  const carried: Carried = { choices: [], lost: [] };
  const links: LinkChoice[] = [];
  for (const choice of before.choices) {
    if (choice.kind === "link") links.push(choice);
    else {
      const line = lineOfKey.get(keyAt.get(choice.line) ?? "");
      if (line === undefined) carried.lost.push(choice);
      else carried.choices.push({ ...choice, line });
    }
  }
  if (links.length > 0) carryLinks(links, before, source, carried);
  const byLine = (a: Choice, b: Choice) => lineOf(a) - lineOf(b);
  return { choices: carried.choices.sort(byLine), lost: carried.lost.sort(byLine) };
}

/** Other choices may make decisions: links are looked for in both documents as those choices leave them. */
function carryLinks(
  links: readonly LinkChoice[],
  before: { source: string; choices: readonly Choice[] },
  source: string,
  carried: Carried,
): void {
  const old = parseRunbook(before.source, { choices: before.choices });
  const now = parseRunbook(source, { choices: carried.choices });
  for (const link of links) {
    const found = sameBranch(link, old, now);
    const stays = link.to.runbookSlug !== null || now.sections.some(({ key }) => key === link.to.sectionKey);
    if (found && stays) carried.choices.push({ ...link, decisionLine: found.line });
    else carried.lost.push(link);
  }
}

function sameBranch(link: LinkChoice, old: ParsedRunbook, now: ParsedRunbook): Decision | undefined {
  const branchIn = (decision: Decision | undefined) =>
    decision?.branches.find(({ targetId }) => targetId === link.targetId);
  const was = old.decisions.find((decision) => decision.line === link.decisionLine && branchIn(decision));
  const is = now.decisions.find(({ key }) => key === was?.key);
  const [before, after] = [branchIn(was), branchIn(is)];
  return before && before.target === after?.target && before.label === after.label ? is : undefined;
}

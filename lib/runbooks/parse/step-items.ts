import type { List, ListItem } from "mdast";
import { linesOf, readBlock } from "./blocks";
import { onlyCode, readCodeSpans } from "./commands";
import { areJoinedByOr, areOptions, isJoinedByOr } from "./conditions";
import { isTabs } from "./dialect-lines";
import { joinLines, plainText } from "./inline";
import { leadInOf } from "./labels";
import { runsOf } from "./list-runs";
import { itemInlines, listFacts } from "./list-facts";
import { makeStep, type Place } from "./make-step";
import { listRole } from "./roles";
import { areCases, partSteps } from "./parts";
import type { Scope } from "./scope";
import { readStepBody, setField, splitOwnText, type ReadNested } from "./step-body";
import type { Block, Inline, ParsedStep } from "./types";
import { endOf } from "./trim";
import { isInstruction, isStatement, isUnwritten } from "./words";

/** Lists below a step are sub-steps, unless the words above them say that they only tell something. */
export function nestedReader(scope: Scope): ReadNested {
  return (list, parent, lead) => {
    // Below a step the order of what to do is given by the step: bullets count like numbers.
    const facts = { ...listFacts(list, lead, "", scope), ordered: true };
    const role = listRole(facts) === "steps" ? "steps" : "notes";
    const steps: ParsedStep[] = [];
    const blocks: Block[] = [];
    for (const run of runsOf(list, role, scope)) {
      if (run.role !== "steps") {
        blocks.push(...keepItems(run.list, run.list.children, scope));
        continue;
      }
      const place = { groupKey: parent.groupKey, parentKey: parent.key, depth: parent.depth + 1 };
      const choiceKeys = choicesOf(run.list, parent.text, scope);
      for (const [at, item] of run.list.children.entries()) {
        const found = readStepItem(item, run.list, { ...place, choiceKey: choiceKeys[at] ?? null }, scope);
        if (found.length === 0) blocks.push(...keepItems(run.list, [item], scope));
        for (const step of found) steps.push(step);
      }
    }
    return { steps, blocks };
  };
}

/** The step of an item, then its sub-steps; nothing when the item has no text. */
export function readStepItem(item: ListItem, list: List, place: Place, scope: Scope): ParsedStep[] {
  const { own, fields, parts } = splitOwnText(item, scope);
  const hasText = item.children[0]?.type === "paragraph";
  const body = hasText ? item.children.slice(1) : item.children;
  const text =
    plainText(own) === ""
      ? stepText(
          body,
          fields.flatMap(({ lines }) => lines.flatMap((line) => line.inlines)),
          scope,
        )
      : own;
  const words = plainText(text);
  if (words === "" || isNoStep(item, list, words, place, scope)) return [];
  const checked = item.checked ?? null;
  const origin = checked !== null ? "task" : list.ordered ? "ordered" : "bullet";
  const step = makeStep(text, { origin, checked, lines: linesOf(item) }, place, scope);
  // An answer is what its fields say: "If not: roll it back".
  if (own.length > 0 || place.choiceKey === null) fields.forEach((field) => setField(step, field));
  if (step.commands.length + step.http.length === 0) step.commands.push(...onlyCode(own, step.lines.start));
  const nested = readStepBody(step, body, scope, nestedReader(scope));
  return [step, ...partSteps(step, parts, origin, scope), ...nested];
}

/**
 * Among steps, what nobody wrote yet, what calls itself a note ("Note: …"), asides, and bullets that say how
 * something is, are none; nothing that has a box, is one of several ways, or was chosen.
 */
function isNoStep(item: ListItem, list: List, words: string, place: Place, scope: Scope): boolean {
  const isOwn = typeof item.checked === "boolean" || scope.choices.peek(linesOf(item).start) !== null;
  if (isOwn || place.choiceKey !== null) return false;
  if (IS_NOTE.test(words) || REFERS.test(words) || isAside(words))
    return readCodeSpans(itemInlines(item, scope.definitions), linesOf(item)).commands.length === 0;
  return item.children.length === 1 && (isUnwritten(words) || (list.ordered !== true && isStatement(words)));
}

const IS_NOTE =
  /^(?:notes?|n\.?b\.?|goals?|purpose|tip|hint|info|background|examples?(?: \w+)?|notice|warning|caution)\s*[:：]\s*\S/i;

/** "For instructions, please see …". */
const REFERS =
  /^for (?:more|further|additional|details|instructions|information|help|background|examples|a (?:full|complete) list)\b[^.]{0,120}[\s,](?:see|refer|consult|read|visit|check out)\b/i;

/** In brackets throughout, without telling what to do: "(an example ticket)". */
function isAside(words: string): boolean {
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\)\.?$/.test(words) && !isInstruction(words);
}

/** An item that begins with code is named by its first line. */
function stepText(body: ListItem["children"], fields: Inline[], scope: Scope): Inline[] {
  const first = body[0];
  if (first?.type === "code") return [{ type: "code", text: first.value.split("\n", 1)[0]?.trim() ?? "" }];
  if (fields.length > 0) return fields;
  if (first?.type === "heading") {
    const block = readBlock(first, scope.definitions)[0];
    return block?.type === "heading" ? block.inlines : [];
  }
  return [];
}

/** Items of a list as they are, under the list's own marks. */
export function keepItems(list: List, items: ListItem[], scope: Scope): Block[] {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return [];
  const lines = { start: linesOf(first).start, end: linesOf(last).end };
  return readBlock({ ...list, children: items }, scope.definitions).map((block) => ({ ...block, lines }));
}

/**
 * For each item of a list, the key that it shares with those of which one is enough: all of them, or neighbours that
 * are joined by "or". `above` is the list's label, `lead` all that leads in.
 */
export function choicesOf(list: List, above: string, scope: Scope, lead = above): (string | null)[] {
  const chosen = list.children.map((item) => scope.choices.peek(linesOf(item).start));
  if (chosen.includes("sequence")) return chosen.map(() => null);
  const items = list.children.map((item) => {
    const inlines = joinLines(itemInlines(item, scope.definitions));
    return { text: plainText(inlines), title: leadInOf(inlines) };
  });
  const texts = items.map((item) => item.text);
  const isChoice =
    chosen.includes("alternative") ||
    (isTabs(list) && texts.length > 1) ||
    areJoinedByOr(texts) ||
    areCases(texts, above) ||
    (texts.length > 1 && (list.ordered ? OFFERS_EITHER : OFFERS_ONE).test(endOf(lead))) ||
    (!list.ordered && areOptions(items, `${scope.heading} ${above}`));
  const keyOf = (of: readonly string[]) => scope.keys.choice(scope.path, of.join("\n"));
  if (isChoice) {
    const key = keyOf(texts);
    return texts.map(() => key);
  }
  return joinedRuns(texts).flatMap((run) => {
    const key = run.length > 1 ? keyOf(run) : null;
    return run.map(() => key);
  });
}

/** The texts, cut where none of two neighbours says "or". */
function joinedRuns(texts: readonly string[]): string[][] {
  const runs: string[][] = [];
  texts.forEach((text, at) => {
    const run = runs.at(-1);
    if (run && isJoinedByOr(texts[at - 1] ?? "", text)) run.push(text);
    else runs.push([text]);
  });
  return runs;
}

/** What says so of numbered items, too. */
const OFFERS_EITHER =
  /\beither(?: of)?\s*[:：]\s*$|^\W*(?:do )?either(?: of)?\W*$|\b(?:one of (?:the following|these)|any of the following)\b[^.]*$|\b(?:two|three|four|several|multiple|different|following|these) (?:\w+ )?(?:options|ways|alternatives|possibilities|methods)\b[^.]*$/i;

/** "Two options", "One of the following", "Choose between". */
const OFFERS_ONE =
  /^\W*(?:(?:the|your|there are|you have|\w+)\s+){0,3}options\W*$|\b(?:either|one of (?:the following|these)|choose (?:one|between)|any of the following)\b[^.]*$/i;

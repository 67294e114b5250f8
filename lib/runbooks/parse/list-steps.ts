import type { List, ListItem } from "mdast";
import { linesOf, readBlock } from "./blocks";
import { areJoinedByOr, areOptions } from "./conditions";
import { readCriteria } from "./criteria";
import { makeGroup } from "./groups";
import { joinLines, plainText } from "./inline";
import { labelOf, leadInOf } from "./labels";
import { isGroupItem, itemInlines, listFacts } from "./list-facts";
import { makeStep, type Place } from "./make-step";
import { listRole } from "./roles";
import type { Scope } from "./scope";
import { readStepBody, setField, splitOwnText, type ReadNested } from "./step-body";
import type { Block, Inline, ParsedGroup, ParsedStep, SectionItem } from "./types";

/**
 * Reads a list of steps: its items with their sub-steps, and the groups that bold bullets name.
 *
 * @param group the label above the list, if there is one
 */
export function readListSteps(list: List, group: ParsedGroup | null, scope: Scope): SectionItem[] {
  const choiceKey = choiceOf(list, group?.label ?? "", scope);
  const place: Place = { groupKey: group?.key ?? null, parentKey: null, depth: 0, choiceKey };
  return list.children.flatMap((item) => {
    if (isGroupItem(item, list, scope.definitions)) return readGroupItem(item, list, scope);
    const steps = readStepItem(item, list, place, scope);
    return steps.length > 0
      ? steps
      : keepItems(list, [item], scope).map((block) => ({ type: "note" as const, block }));
  });
}

/** Lists below a step are sub-steps, unless the words above them say that they only tell something. */
export function nestedReader(scope: Scope): ReadNested {
  return (list, parent, lead) => {
    // Below a step the order of what to do is given by the step: bullets count like numbers.
    const facts = { ...listFacts(list, lead, "", scope.definitions), ordered: true };
    if (listRole(facts) !== "steps") return { steps: [], blocks: keepItems(list, list.children, scope) };
    const place: Place = {
      groupKey: parent.groupKey,
      parentKey: parent.key,
      depth: parent.depth + 1,
      choiceKey: choiceOf(list, parent.text, scope),
    };
    const steps = list.children.map((item) => ({ item, found: readStepItem(item, list, place, scope) }));
    const empty = steps.filter(({ found }) => found.length === 0).map(({ item }) => item);
    return {
      steps: steps.flatMap(({ found }) => found),
      blocks: empty.length > 0 ? keepItems(list, empty, scope) : [],
    };
  };
}

/** The step of an item, then its sub-steps; nothing when the item has no text. */
function readStepItem(item: ListItem, list: List, place: Place, scope: Scope): ParsedStep[] {
  const { own, fields } = splitOwnText(item, scope);
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
  if (plainText(text) === "") return [];
  const checked = item.checked ?? null;
  const origin = checked !== null ? "task" : list.ordered ? "ordered" : "bullet";
  const step = makeStep(text, { origin, checked, lines: linesOf(item) }, place, scope);
  fields.forEach((field) => setField(step, field));
  return [step, ...readStepBody(step, body, scope, nestedReader(scope))];
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

function readGroupItem(item: ListItem, list: List, scope: Scope): SectionItem[] {
  const inlines = joinLines(itemInlines(item, scope.definitions));
  const lists = item.children.filter((child) => child.type === "list");
  const roles = lists.map((nested) =>
    listRole(listFacts(nested, labelOf(inlines), scope.heading, scope.definitions)),
  );
  if (roles.every((role) => role === "notes")) {
    return keepItems(list, [item], scope).map((block) => ({ type: "note" as const, block }));
  }
  const group = makeGroup(inlines, { start: linesOf(item).start, end: linesOf(item).start }, scope);
  return [
    group,
    ...lists.flatMap((nested, i): SectionItem[] => {
      if (roles[i] === "criteria") return readCriteria(nested, scope);
      if (roles[i] === "steps") return readListSteps(nested, group, scope);
      return readBlock(nested, scope.definitions).map((block) => ({ type: "note", block }));
    }),
  ];
}

/** Items of a list as they are, under the list's own marks. */
function keepItems(list: List, items: ListItem[], scope: Scope): Block[] {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return [];
  const lines = { start: linesOf(first).start, end: linesOf(last).end };
  return readBlock({ ...list, children: items }, scope.definitions).map((block) => ({ ...block, lines }));
}

/** The key that the items of a list share when one of them is enough. */
function choiceOf(list: List, above: string, scope: Scope): string | null {
  const items = list.children.map((item) => {
    const inlines = joinLines(itemInlines(item, scope.definitions));
    return { text: plainText(inlines), title: leadInOf(inlines) };
  });
  const texts = items.map((item) => item.text);
  const isChoice = areJoinedByOr(texts) || (!list.ordered && areOptions(items, `${scope.heading} ${above}`));
  return isChoice ? scope.keys.choice(scope.path, texts.join("\n")) : null;
}

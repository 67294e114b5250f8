import type { List, ListItem } from "mdast";
import { linesOf, readBlock } from "./blocks";
import { readCriteria } from "./criteria";
import { makeGroup } from "./groups";
import { joinLines, plainText } from "./inline";
import { labelOf } from "./labels";
import { isGroupItem, itemInlines, listFacts } from "./list-facts";
import { runsOf, type ListRun } from "./list-runs";
import { listRole, type ListRole } from "./roles";
import type { Scope } from "./scope";
import { choicesOf, keepItems, readStepItem } from "./step-items";
import type { ParsedGroup, SectionItem } from "./types";
import { isInstruction } from "./words";

/**
 * Reads a list: by its role, and where it was chosen otherwise for some items, those so.
 *
 * @param group the label above the list, if there is one; `lead` the words that lead into it
 */
export function readListItems(
  list: List,
  role: ListRole,
  group: ParsedGroup | null,
  scope: Scope,
  lead = "",
): SectionItem[] {
  return runsOf(list, role, scope).flatMap((run) => readRun(run, group, scope, lead));
}

function readRun(
  { list, role }: ListRun,
  group: ParsedGroup | null,
  scope: Scope,
  lead: string,
): SectionItem[] {
  if (role === "criteria") return readCriteria(list, scope);
  if (role === "steps") return readListSteps(list, group, scope, lead);
  if (role === "notes") return notes(list, list.children, scope);
  return list.children.flatMap((item) => openItem(item, scope));
}

/** An item of which only some parts are kept as notes: its text, then the lists below it each by itself. */
function openItem(item: ListItem, scope: Scope): SectionItem[] {
  let lead: string | null = null;
  return item.children.flatMap((child): SectionItem[] => {
    const above = lead;
    lead = null;
    if (child.type === "list") {
      return readListItems(child, listRole(listFacts(child, above, scope.heading, scope)), null, scope);
    }
    const blocks = readBlock(child, scope.definitions);
    const [block] = blocks;
    if (block?.type === "paragraph") lead = plainText(block.inlines);
    return blocks.map((found) => ({ type: "note", block: found }));
  });
}

/** Items of a list of steps with their sub-steps, and the groups that bold bullets name. */
function readListSteps(list: List, group: ParsedGroup | null, scope: Scope, lead: string): SectionItem[] {
  const choiceKeys = choicesOf(list, group?.label ?? "", scope, lead);
  const place = { groupKey: group?.key ?? null, parentKey: null, depth: 0 };
  return list.children.flatMap((item, at) => {
    if (isGroupItem(item, list, scope)) return readGroupItem(item, list, scope);
    const steps = readStepItem(item, list, { ...place, choiceKey: choiceKeys[at] ?? null }, scope);
    return steps.length > 0 ? steps : notes(list, [item], scope);
  });
}

function readGroupItem(item: ListItem, list: List, scope: Scope): SectionItem[] {
  const inlines = joinLines(itemInlines(item, scope.definitions));
  const lists = item.children.filter((child) => child.type === "list");
  const read = lists.map((nested) => ({ nested, role: roleInGroup(nested, labelOf(inlines), scope) }));
  const line = linesOf(item).start;
  const chosen = scope.choices.anyIn(line, linesOf(item).end);
  if (!chosen && read.every(({ role }) => role === "notes")) return notes(list, [item], scope);
  const group = makeGroup(inlines, { start: line, end: line }, scope);
  return [group, ...read.flatMap(({ nested, role }) => readListItems(nested, role, group, scope))];
}

/** One that tells what to do is enough: the list around it holds steps. */
function roleInGroup(list: List, label: string | null, scope: Scope): ListRole {
  const facts = listFacts(list, label, scope.heading, scope);
  const tells = facts.items.some((item) => item.command || isInstruction(item.text));
  return listRole(tells ? { ...facts, heading: "", ordered: true } : facts);
}

function notes(list: List, items: ListItem[], scope: Scope): SectionItem[] {
  return keepItems(list, items, scope).map((block) => ({ type: "note", block }));
}

import type { List } from "mdast";
import { linesOf, readBlocks } from "./blocks";
import { readField } from "./fields";
import { joinLines, plainText } from "./inline";
import { itemInlines } from "./list-facts";
import type { Scope } from "./scope";
import type { Block, Inline, LineRange, ParsedCriterion, SectionItem } from "./types";

/** Reads a list of what must hold before the incident is over. */
export function readCriteria(list: List, scope: Scope): ParsedCriterion[] {
  return list.children.map((item) => {
    const own = itemInlines(item, scope.definitions);
    const details = readBlocks(own.length > 0 ? item.children.slice(1) : item.children, scope.definitions);
    return makeCriterion(own, details, linesOf(item), scope);
  });
}

/** Takes out the paragraphs that call themselves what must hold: "EXIT: all probes are green". */
export function takeExits(
  items: readonly SectionItem[],
  scope: Scope,
): { exits: ParsedCriterion[]; rest: SectionItem[] } {
  const exits: ParsedCriterion[] = [];
  const rest = items.filter((item) => {
    if (item.type !== "note" || item.block.type !== "paragraph") return true;
    const { inlines, lines } = item.block;
    if (!IS_EXIT.test(plainText(inlines)) || scope.choices.peek(lines.start) !== null) return true;
    exits.push(makeCriterion(readField(inlines, lines).inlines, [], lines, scope));
    return false;
  });
  return { exits, rest };
}

const IS_EXIT = /^(?:exit(?: criteri(?:on|a)| when)?|done when|all[- ]clear(?: when)?)\s*:\s*\S/i;

/** One thing that must hold before the incident is over. */
export function makeCriterion(
  raw: readonly Inline[],
  details: Block[],
  lines: LineRange,
  scope: Scope,
): ParsedCriterion {
  const inlines = joinLines(raw);
  const text = plainText(inlines);
  const key = scope.keys.criterion(scope.path, text);
  return { type: "criterion", key, text, inlines, gate: gateOf(text), details, lines };
}

/** What a criterion holds back: closing when it is about the summary or its review, else resolving. */
export function gateOf(text: string): "resolved" | "closed" {
  return AFTERWARDS.test(text) ? "closed" : "resolved";
}

const AFTERWARDS =
  /\b(?:summary|post-?mortem|post-?incident|retrospective|incident (?:review|report)|write-?up|lessons? learn(?:ed|t)|follow-?ups?|action items?|sign(?:ed)?[- ]?off|root[- ]cause analysis|rca)\b/i;

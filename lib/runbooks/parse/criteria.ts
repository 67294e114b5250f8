import type { List } from "mdast";
import { linesOf, readBlocks } from "./blocks";
import { joinLines, plainText } from "./inline";
import { itemInlines } from "./list-facts";
import type { Scope } from "./scope";
import type { Block, Inline, LineRange, ParsedCriterion } from "./types";

/** Reads a list of what must hold before the incident is over. */
export function readCriteria(list: List, scope: Scope): ParsedCriterion[] {
  return list.children.map((item) => {
    const own = itemInlines(item, scope.definitions);
    const details = readBlocks(own.length > 0 ? item.children.slice(1) : item.children, scope.definitions);
    return makeCriterion(own, details, linesOf(item), scope);
  });
}

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

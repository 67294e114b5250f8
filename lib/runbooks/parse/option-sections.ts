import type { Heading } from "mdast";
import { linesOf } from "./blocks";
import type { ChoiceLookup } from "./choice-lookup";
import { plainText, readHeading } from "./inline";
import { makeStep } from "./make-step";
import type { Draft } from "./outline";
import type { Scope } from "./scope";
import { readItems } from "./section-items";
import { addBody } from "./step-body";
import type { Block, ParsedStep, SectionItem } from "./types";

/** "Option A: restart it", "Method 2", "Plan B (slow)". */
const HEADS_OPTION =
  /^\W*(?:option|method|variant|variante|alternative|approach|solution|lösung|workaround|strategy|plan)\s+(?:\d{1,2}|[a-h])(?=\W*$|\s*[.):(–—-])/i;

/**
 * Moves the sections that are the ways of the section around them into it: two or more, the first that stand below its
 * heading, each called an option, without sections of its own, and about whose heading nobody chose otherwise.
 *
 * @returns the sections that remain, with their ways; parents are indexes among them
 */
export function foldOptions(drafts: readonly Draft[], choices: ChoiceLookup): Draft[] {
  const children = new Map<number, number[]>();
  drafts.forEach(({ parent }, index) => {
    if (parent === null) return;
    const below = children.get(parent);
    if (below) below.push(index);
    else children.set(parent, [index]);
  });
  const folded = new Set<number>();
  const options = new Map<number, Draft[]>();
  for (const [parent, below] of children) {
    const isWay = (index: number) => !children.has(index) && isOption(drafts[index], choices);
    const end = below.findIndex((index) => !isWay(index));
    const ways = end < 0 ? below : below.slice(0, end);
    if (ways.length < 2) continue;
    ways.forEach((index) => folded.add(index));
    options.set(
      parent,
      ways.flatMap((index) => drafts[index] ?? []),
    );
  }
  if (folded.size === 0) return [...drafts];
  const kept = drafts.flatMap((_, index) => (folded.has(index) ? [] : [index]));
  const moved = new Map(kept.map((index, at) => [index, at]));
  return kept.flatMap((index) => {
    const draft = drafts[index];
    if (!draft) return [];
    const parent = draft.parent === null ? null : (moved.get(draft.parent) ?? null);
    return [{ ...draft, parent, options: options.get(index) ?? [] }];
  });
}

function isOption(draft: Draft | undefined, choices: ChoiceLookup): boolean {
  if (!draft?.heading) return false;
  if (choices.peek(linesOf(draft.heading).start) !== null) return false;
  const isDrawn = draft.nodes.some((node) => node.type === "code" && node.lang === "mermaid");
  return !isDrawn && HEADS_OPTION.test(plainText(readHeading(draft.heading, new Map())));
}

/** The ways of a section, each a step with what stands below its heading, its steps as parts: one way is enough. */
export function readOptions(options: readonly Draft[], scope: Scope): SectionItem[] {
  const headed = options.flatMap(({ heading, nodes }) => (heading ? [{ heading, nodes }] : []));
  if (headed.length === 0) return [];
  const titles = headed.map(({ heading }) => plainText(readHeading(heading, scope.definitions)));
  const choiceKey = scope.keys.choice(scope.path, titles.join("\n"));
  return headed.flatMap((option) => readOption(option, choiceKey, scope));
}

function readOption(
  { heading, nodes }: Pick<Draft, "nodes"> & { heading: Heading },
  choiceKey: string,
  scope: Scope,
): SectionItem[] {
  const inlines = readHeading(heading, scope.definitions);
  const title = plainText(inlines);
  const lines = { start: linesOf(heading).start, end: linesOf(nodes.at(-1) ?? heading).end };
  const place = { parentKey: null, groupKey: null, choiceKey, depth: 0 };
  const way = makeStep(inlines, { origin: "paragraph", lines }, place, scope);
  const below = readItems(nodes, { ...scope, heading: title, path: [...scope.path, title], chosen: null });
  let last: ParsedStep = way;
  const parts: SectionItem[] = [];
  for (const item of below) {
    if (item.type === "note") addBody(last, [item.block]);
    else parts.push(item);
    if (item.type !== "step") continue;
    item.parentKey ??= way.key;
    item.depth += 1;
    last = item;
  }
  way.condition ??= caseOf(way.details[0]);
  return [way, ...parts];
}

/** "Use this if the queue is full." directly below the heading says when the way fits. */
function caseOf(block: Block | undefined): string | null {
  if (block?.type !== "paragraph") return null;
  const text = plainText(block.inlines);
  const [lead] = SAYS_WHEN.exec(text) ?? [];
  return lead === undefined ? null : (text.slice(lead.length).split(/[.;:](?=\s|$)/, 1)[0] ?? null);
}

const SAYS_WHEN =
  /^(?:(?:use|choose|pick|prefer|take|do|try)(?: this| it| that)?(?: option| way| one| method)?(?: only)? |only )?(?=(?:if|when)\b)/i;

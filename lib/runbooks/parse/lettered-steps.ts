import type { Paragraph } from "mdast";
import { linesOf } from "./blocks";
import { readCodeSpans } from "./commands";
import { areJoinedByOr } from "./conditions";
import { splitLines } from "./fields";
import { joinLines, plainText, readInlines } from "./inline";
import { makeStep } from "./make-step";
import { letteredParts, offersChoice, type Part } from "./parts";
import { isNoteHeading } from "./roles";
import type { Scope } from "./scope";
import type { ParsedStep } from "./types";
import { isInstruction } from "./words";

/**
 * The steps in a paragraph of lines `a) …`, `b) …`, of which at least half tell what to do: one is enough where "or" joins
 * them, or where the words above offer a choice ("Either").
 *
 * @param above the paragraph directly above it
 * @returns null for any other paragraph
 */
export function readLetteredSteps(node: Paragraph, above: string, scope: Scope): ParsedStep[] | null {
  if (scope.chosen !== null || isNoteHeading(scope.heading)) return null;
  const inlines = readInlines(node.children, scope.definitions);
  const { own, parts } = letteredParts(splitLines(inlines, linesOf(node).start));
  const texts = parts.map((part) => plainText(part.inlines));
  if (own.length > 0 || parts.filter(tellsWhatToDo).length * 2 < texts.length || texts.length === 0)
    return null;
  const isChoice = areJoinedByOr(texts) || offersChoice(above);
  const choiceKey = isChoice ? scope.keys.choice(scope.path, texts.join("\n")) : null;
  const place = { parentKey: null, groupKey: null, choiceKey, depth: 0 };
  return parts.map(({ inlines: words, lines }) =>
    makeStep(joinLines(words), { origin: "paragraph", lines }, place, scope),
  );
}

function tellsWhatToDo({ inlines, lines }: Part): boolean {
  const words = plainText(inlines).replace(/^or\s+/i, "");
  return isInstruction(words) || readCodeSpans(inlines, lines).commands.length > 0;
}

import { hasOwnCondition } from "./conditions";
import type { TextLine } from "./fields";
import { joinLines, plainText } from "./inline";
import { makeStep } from "./make-step";
import type { Scope } from "./scope";
import type { Inline, LineRange, ParsedStep } from "./types";

/** A part of a step, written as a line of its text: `a) Raise the limit`. */
export type Part = { inlines: Inline[]; lines: LineRange };

/**
 * Takes the lines `a) …`, `b) …` out of a text: two or more, in order from a. A line without a letter goes on with the
 * part above it.
 */
export function letteredParts(lines: readonly TextLine[]): { own: TextLine[]; parts: Part[] } {
  const first = lines.findIndex((line) => letterOf(line) === "a");
  const found: TextLine[][] = [];
  for (const line of first < 0 ? [] : lines.slice(first)) {
    const letter = letterOf(line);
    if (letter !== null && letter !== LETTERS[found.length]) return { own: [...lines], parts: [] };
    if (letter === null) found.at(-1)?.push(line);
    else found.push([withoutLetter(line)]);
  }
  if (found.length < 2) return { own: [...lines], parts: [] };
  return { own: lines.slice(0, first), parts: found.map(partOf) };
}

/** The parts of a step as steps below it; alternatives when its text offers a choice, or each has its own condition. */
export function partSteps(
  parent: ParsedStep,
  parts: readonly Part[],
  origin: ParsedStep["origin"],
  scope: Scope,
): ParsedStep[] {
  const texts = parts.map(({ inlines }) => plainText(inlines));
  const isChoice = texts.length > 1 && (OFFERS.test(parent.text) || areCases(texts, parent.text));
  const place = {
    parentKey: parent.key,
    groupKey: parent.groupKey,
    choiceKey: isChoice ? scope.keys.choice(scope.path, texts.join("\n")) : null,
    depth: parent.depth + 1,
  };
  return parts.map(({ inlines, lines }) => makeStep(inlines, { origin, lines }, place, scope));
}

/**
 * Whether texts are the answers to what stands above them, so that one of them is the case: "Yes: …", "No: …"; or
 * "If correct, …", "If incorrect, …" below a question ("Assess if it was correct"); or arrows lead on from each ("If it grows → …").
 */
export function areCases(texts: readonly string[], above: string): boolean {
  if (texts.length < 2) return false;
  const labels = texts.map((text) => caseLabel(text)?.label ?? null);
  if (labels.includes(null)) return false;
  const asks = /\?\W*$|\b(?:if|whether)\b/i.test(above);
  const lead = texts.every((text) => /^(?:if|when)\b[^,:]*\s(?:[→⇒]|[-=]+>)\s/i.test(text));
  return asks || lead || labels.every((label) => /^(?:yes|no|true|false)$/i.test(label ?? ""));
}

/** The case that a text begins with, without "if": "If it is correct: …" → "it is correct", "Yes → …" → "Yes". */
export function caseLabel(text: string): { label: string; rest: string } | null {
  const answer = /^(?:if\s+)?(yes|no|true|false)(?:\s*[:,→]|\s+[-–—]+>?)\s*(\S.*)$/i.exec(text);
  if (answer) return { label: answer[1] ?? "", rest: answer[2] ?? "" };
  const condition = /^(?:if|when)\s+([^,:→⇒]{1,120}?)\s*(?:[,:→⇒]|\s[-–—=]+>?)\s*(\S.*)$/i.exec(text);
  if (!condition || !hasOwnCondition(text)) return null;
  return { label: condition[1] ?? "", rest: (condition[2] ?? "").replace(/^then\s+/i, "") };
}

const LETTERS = "abcdefghijklmnop";
const OFFERS =
  /\b(?:options?|choose|choices?|one of|either|any of|alternatives?|alternatively|or)\b[^.]*:?\s*$/i;

function letterOf(line: TextLine): string | null {
  const [first] = line.inlines;
  if (first?.type !== "text") return null;
  return /^\s*\(?([a-p])[.)]\s+\S?/.exec(first.text)?.[1] ?? null;
}

function withoutLetter(line: TextLine): TextLine {
  const [first, ...rest] = line.inlines;
  if (first?.type !== "text") return line;
  return {
    ...line,
    inlines: [{ type: "text", text: first.text.replace(/^\s*\(?[a-p][.)]\s+/, "") }, ...rest],
  };
}

function partOf(lines: readonly TextLine[]): Part {
  const space: Inline = { type: "text", text: "\n" };
  const inlines = joinLines(lines.flatMap((line, i) => (i === 0 ? line.inlines : [space, ...line.inlines])));
  return { inlines, lines: { start: lines[0]?.line ?? 1, end: lines.at(-1)?.line ?? 1 } };
}

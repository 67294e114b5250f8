import { onlyCode } from "./commands";
import { hasOwnCondition } from "./conditions";
import { fieldKind, type TextLine } from "./fields";
import { joinLines, plainText } from "./inline";
import { makeStep } from "./make-step";
import type { Scope } from "./scope";
import { endOf } from "./trim";
import type { Inline, LineRange, ParsedStep } from "./types";

/** A part of a step, written as a line of its text: `a) Raise the limit`. */
export type Part = { inlines: Inline[]; lines: LineRange };

/**
 * Takes the lines `a) …`, `b) …` (or `3a) …`) out of a text: two or more, in order from a. A line without a letter goes
 * on with the part above it.
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
  const isChoice = texts.length > 1 && (offersChoice(parent.text) || areCases(texts, parent.text));
  const place = {
    parentKey: parent.key,
    groupKey: parent.groupKey,
    choiceKey: isChoice ? scope.keys.choice(scope.path, texts.join("\n")) : null,
    depth: parent.depth + 1,
  };
  return parts.map(({ inlines, lines }) => {
    const step = makeStep(inlines, { origin, lines }, place, scope);
    if (step.commands.length + step.http.length === 0) step.commands.push(...onlyCode(inlines, lines.start));
    return step;
  });
}

/** One answer to what stands above it, and what is then done. */
type Case = { label: string; rest: string };

/**
 * The cases that texts are, so that one of them holds: "Yes: …", "No: …", "Not sure: …"; "If correct, …", "If
 * incorrect, …" below a question ("Assess if it was correct"); or arrows lead on from each ("If it grows → …"). Beside a
 * plain answer to a question, a few words before a colon are one, too ("Only in one zone: …").
 *
 * @returns null when they are none
 */
export function casesOf(texts: readonly string[], above: string): Case[] | null {
  if (texts.length < 2) return null;
  const isQuestion = /\?\W*$/.test(endOf(above));
  const answers = texts.map(caseLabel);
  const isAnswered = answers.some((answer) => answer !== null && YES_OR_NO.test(answer.label));
  const cases = answers.map((found, at) => found ?? (isQuestion && isAnswered ? namedCase(texts[at]) : null));
  if (!cases.every((found) => found !== null)) return null;
  if (!isQuestion && cases.some(({ rest }) => rest === "")) return null;
  const asks = isQuestion || /\b(?:if|whether)\b/i.test(above);
  const lead = texts.every((text) => /^(?:if|when)\b[^,:]*\s(?:[→⇒]|[-=]+>)\s/i.test(text));
  // "If it is full: …" beside "If not: …".
  const isPair =
    texts.every((text) => /^(?:if|when)\b/i.test(text)) &&
    answers.some((found) => /^(?:so|not)$/i.test(found?.label ?? ""));
  return asks || lead || isPair || (isAnswered && cases.every(({ label }) => ANSWER.test(label)))
    ? cases
    : null;
}

export function areCases(texts: readonly string[], above: string): boolean {
  return casesOf(texts, above) !== null;
}

const YES_OR_NO = /^(?:yes|no|true|false|so|not)$/i;
const ANSWERS =
  "yes|no|true|false|(?:i am |i['’]m )?(?:unsure|not sure)|(?:i |we )?(?:do not|don['’]t|cannot|can['’]t) (?:know|tell|say)|unknown|unclear|maybe|partly|neither|both|otherwise|anything else";
const ANSWER = new RegExp(`^(?:${ANSWERS}|so|not)$`, "i");
const LEADS_ON = "(?:\\s*[:,→⇒]|\\s+[-–—=]+>?)\\s*(\\S.*)$";
const WITH_ANSWER = new RegExp(`^(?:if\\s+)?(${ANSWERS}|(?<=\\s)(?:so|not))(?:[.…]?$|${LEADS_ON})`, "i");

/** The case that a text begins with, without "if": "If it is correct: …" → "it is correct", "Yes → …" → "Yes". */
function caseLabel(text: string): Case | null {
  const answer = WITH_ANSWER.exec(text.replace(/^[^\p{L}\p{N}("“«]+/u, ""));
  if (answer) return { label: answer[1] ?? "", rest: answer[2] ?? "" };
  const condition = /^(?:if|when)\s+([^,:→⇒]{1,120}?)\s*(?:[,:→⇒]|\s[-–—=]+>?)\s*(\S.*)$/i.exec(text);
  if (!condition || !hasOwnCondition(text)) return null;
  return { label: condition[1] ?? "", rest: (condition[2] ?? "").replace(/^then\s+/i, "") };
}

/** "Only in one zone: drain it"; what is expected, or the command, is no case. */
function namedCase(text = ""): Case | null {
  const named = /^([^:.?→⇒]{1,60}?)\s*[:→⇒]\s*(\S.*)$/.exec(text);
  return named && fieldKind([{ type: "text", text }]) === null
    ? { label: named[1] ?? "", rest: named[2] ?? "" }
    : null;
}

const LETTERS = "abcdefghijklmnop";
const OFFERS =
  /\b(?:options?|choose|choices?|one of|either|any of|alternatives?|alternatively|or)\b[^.]*:?\s*$/i;

/** Whether words that lead into parts say that one of them is enough. */
export function offersChoice(text: string): boolean {
  return OFFERS.test(endOf(text));
}

function letterOf(line: TextLine): string | null {
  const [first] = line.inlines;
  if (first?.type !== "text") return null;
  return /^\s*\(?(?:\d{1,3}\.?)?([a-p])[.)]\s+\S?/.exec(first.text)?.[1] ?? null;
}

function withoutLetter(line: TextLine): TextLine {
  const [first, ...rest] = line.inlines;
  if (first?.type !== "text") return line;
  return {
    ...line,
    inlines: [{ type: "text", text: first.text.replace(/^\s*\(?(?:\d{1,3}\.?)?[a-p][.)]\s+/, "") }, ...rest],
  };
}

function partOf(lines: readonly TextLine[]): Part {
  const space: Inline = { type: "text", text: "\n" };
  const inlines = joinLines(lines.flatMap((line, i) => (i === 0 ? line.inlines : [space, ...line.inlines])));
  return { inlines, lines: { start: lines[0]?.line ?? 1, end: lines.at(-1)?.line ?? 1 } };
}

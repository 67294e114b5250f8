import { withoutTrailing } from "./trim";
import { isInstruction } from "./words";

/**
 * When a step is called for: the "if …" or "when …" clause of its text, as written.
 *
 * @returns null when the text has none, or only in brackets or as something to find out ("check if …")
 */
export function conditionOf(text: string): string | null {
  if (text.endsWith("?")) return null;
  const begin = text.slice(0, LONGEST);
  // In brackets the clause goes on: "If it (the node, the disk) is full, …".
  const [leading] = LEADING.exec(begin) ?? [];
  if (leading !== undefined)
    return leading === text && IS_MOMENT.test(text) ? null : untilYou(leading.replace(THEN, "")).trim();
  const other = OTHER_LANGUAGES.exec(begin);
  if (other) return other[1] ?? null;
  const sentence = begin.split(/(?<=[.;]["”’)]?)\s+/, 1)[0] ?? begin;
  const found = [...sentence.matchAll(/\b(?:if|when|whenever|unless|in case|as soon as)\s+\S/gi)].at(-1);
  if (!found || isQuestion(sentence.slice(0, found.index)) || IS_TIME.test(sentence.slice(found.index)))
    return null;
  if (isBracketed(sentence, found.index)) return null;
  return withoutTrailing(
    clauseOf(sentence.slice(found.index), sentence.slice(0, found.index)),
    ".;:,",
  ).trim();
}

/** A longer text is looked into up to here. */
const LONGEST = 2_000;

function untilYou(clause: string): string {
  const found = [...clause.matchAll(YOU)].find(
    ({ index }) => clause.indexOf(" ", clause.indexOf(" ") + 1) < index,
  );
  return found ? clause.slice(0, found.index) : clause;
}

/** A clause without what is then done: "when it is full, restart it", "Disk: if it is full, it stops". */
function clauseOf(clause: string, before: string): string {
  const commas = [...clause.matchAll(/(?<!\b(?:e\.g|i\.e)\.?),\s+/g)]
    .map(({ index }) => index)
    .filter((at) => !isBracketed(clause, at));
  const leadsIn = /[:,]\s*$/.test(before);
  const end = leadsIn ? commas[0] : commas.find((at) => isConsequence(clause.slice(at + 1).trim()));
  return end === undefined ? clause : clause.slice(0, end);
}

function isConsequence(text: string): boolean {
  return /^(?:then|but|however)\b/i.test(text) || isInstruction(text);
}

/**
 * Whether the items of a list are options: words above it that speak of a way out or a choice, and a condition of
 * its own in each item, so that one is enough and no order is meant. One of three or more may name its case with
 * "for …" instead.
 *
 * @param above heading and label of the list
 */
export function areOptions(items: readonly { text: string; title: string | null }[], above: string): boolean {
  if (items.length < 2 || !offersWays(above) || items.some((item) => item.title !== null)) return false;
  const without = items.filter((item) => !hasOwnCondition(item.text));
  if (without.length === 0) return true;
  return items.length > 2 && without.length === 1 && without.every((item) => caseOf(item.text) !== null);
}

/** The "for …", "during …" at the end of an option that has no "if" or "when". */
export function caseOf(text: string): string | null {
  const [, , ...behind] = text.split(" ");
  const end = behind.join(" ").slice(-MAX_CASE);
  return /\b(?:for|during|in case of)\s+[^.,;]+(?=[.;]?$)/i.exec(end)?.[0] ?? null;
}

/** Whether each sentence of a text is a case of its own, and one of them leads elsewhere: one way of several is taken. */
export function areWays(text: string): boolean {
  const sentences = text.slice(0, LONGEST).split(/(?<=[.;!])\s+(?=\p{L})/u);
  if (sentences.length < 2 || !sentences.every((sentence) => IS_CASE.test(sentence))) return false;
  return sentences.some((sentence) => LEADS_ELSEWHERE.test(sentence));
}

const IS_CASE = /^(?:(?:if|when)\b[^,→]*(?:,|→|\bthen\b)|(?:otherwise|else)\b)/i;
const LEADS_ELSEWHERE =
  /\b(?:go|skip|jump|proceed|continue|move|return) (?:back |on |ahead |straight )?(?:to|with|at)\b|\b(?:see|follow) (?:the )?(?:section|step|chapter|part|runbook)\b|→\s*(?:section|step)\b/i;

/** Whether the items of a list are joined by "or": all but the last end with it, or all but the first begin with it. */
export function areJoinedByOr(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  return texts.slice(0, -1).every(endsWithOr) || texts.slice(1).every(beginsWithOr);
}

/** Whether a text is joined by "or" to the one behind it. */
export function isJoinedByOr(text: string, next: string): boolean {
  return endsWithOr(text) || beginsWithOr(next);
}

function endsWithOr(text: string): boolean {
  return /(?:^|[\s,;])or[\s:….]*$/i.test(text);
}

function beginsWithOr(text: string): boolean {
  return /^or\b(?!['’-])/i.test(text);
}

const MAX_CASE = 200;

/** A colon within a word ends nothing: "If you see many `Shop::Error`, …". */
const LEADING = /^(?:if|when|whenever|unless|in case|once|as soon as)\b(?:[^,:;(]|:(?!\s|$)|\([^()]*\)|\()*/i;

/** Where the clause ends without a comma: "If it is full then …", "If it is full → …". */
const THEN = /\s(?:then\b|[→⇒]|[-=]+>).*$/i;

/** "If it is full you should …", not "If you should …". */
const YOU = /\syou (?:should|must)\b/gi;

/** In German, Spanish, French and Portuguese: "Wenn die Platte voll ist, …". */
const OTHER_LANGUAGES = /^((?:wenn|falls|sobald|si|cuando|lorsque|quand|quando|caso|se)\s[^,:;]+),/i;

/** "When the attacker came in." is something to find out. */
const IS_MOMENT = /^when\b.*\.$/i;

/** "Say … when the next one comes" tells what to say, not when. */
const IS_TIME =
  /^as soon as (?:possible|you can|practic\w+)\b|^whenever (?:possible|you can)\b|^when (?:the next\b|it (?:will|started|began|happened|ended)\b|they will\b|to\b)/i;

const OFFERS_WAYS =
  /\b(?:mitigat|remed|recover|resol|restor|option|workaround|alternative|choose|choice|one of|either|fix)/i;

/** "If needed" is no condition that sets an item apart. */
export function hasOwnCondition(text: string): boolean {
  const condition = conditionOf(text);
  return (
    condition !== null &&
    !/^\S+ (?:applicable|appropriate|possible|necessary|needed|required|so|not)\b/i.test(condition)
  );
}

/** Whether words above something speak of a way out or a choice. */
export function offersWays(above: string): boolean {
  return OFFERS_WAYS.test(above);
}

function isQuestion(before: string): boolean {
  return /^test\s+$|\b(?:check|see,?|know|notice|determine|verify|assess|decide|confirm|ask|tell|note|find out|identify|investigate|analy[sz]e|examine|clarify|evaluate|write down|down|record|capture|remember|say|depends on|depending on|about|establish|even|as|only|of|an?|and|or|so that)\s+$/i.test(
    before,
  );
}

function isBracketed(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

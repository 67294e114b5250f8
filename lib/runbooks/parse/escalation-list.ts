import { minutesIn } from "./durations";
import { inEnglish } from "./glossary";
import { textsAbout, type ListedText } from "./listed-texts";
import type { EscalationRow, ParsedSection } from "./types";

/**
 * Rows of an escalation that is written as a list, below a heading or label that says so: "Tier 2: storage lead, after
 * 30 minutes", "After 1 hour: the head of operations", "If nobody answers within 5 minutes, page the second on-call".
 */
export function listedRows(section: ParsedSection): EscalationRow[] {
  const rows = textsAbout(section, /\bescalat/i).flatMap((listed) => rowOf(listed, section.key) ?? []);
  // Without a single span of time it says when to escalate, not to whom.
  return rows.some((row) => row.minutes !== null) ? rows : [];
}

function rowOf({ text, line }: ListedText, sectionKey: string): EscalationRow | null {
  const found = CASE.exec(text) ?? LABEL.exec(text);
  if (!found) return null;
  const [, issue = "", said = ""] = found;
  const inIssue = minutesIn(inEnglish(issue));
  const minutes = inIssue ?? minutesIn(inEnglish(said));
  if (minutes === null && !LEVEL.test(inEnglish(issue)) && !/\b(?:immediately|at once)\b/i.test(said))
    return null;
  const target = said
    .replace(inIssue === null ? TIME : /[.;,]*$/, "")
    .replace(TELLS, "")
    .trim();
  const within = inIssue === null ? (TIME.exec(said)?.[1] ?? null) : issue;
  return {
    issue,
    target: target || null,
    minutes,
    within: minutes === null ? null : within,
    sectionKey,
    line,
  };
}

/** "If it is not solved in 30 minutes, escalate to …". */
const CASE =
  /^(?:if|when|after|unless)\s+([^,]{3,120}),\s+(?:then\s+)?((?:escalate|page|call|phone|contact|notify|inform|involve|tell|alert)\s(?:[^.]|\.(?=\S|\s\d)){3,160}).*$/i;

/** "Tier 2: …", "SEV1 - …", "After 30 minutes → …". */
const LABEL = /^([^:→–—]{2,60}?)\s*(?::|→|[–—]|\s[-=]+>?)\s+(\S.{2,200})$/;

/** What names a level: it may come without a time, as the first one does. */
const LEVEL =
  /^(?:tier|level|l|step|stage|sev(?:erity)?|p|first|second|third|primary|secondary|tertiary)\b|^(?:l|p|sev)\d/i;

const TELLS =
  /^(?:please )?(?:escalate(?: it)? to|page|call|phone|contact|notify|inform|involve|tell|alert)\s+/i;

/** Whatever ends a text with a span of time: ", within 15 minutes", "(after 1 hour)", "immediately". */
const TIME =
  /[\s,;(–—-]*((?:\b(?:within|after|in|response time|sla|nach|innerhalb von|après|después de|após)\b:?\s+(?:about\s+)?)?(?:\d+(?:[.,]\d+)?|an?|one|two|half an|five|ten|fifteen|thirty)[\s-]*(?:s|secs?|seconds?|m|mins?|minutes?|minuten|minutos|h|hrs?|hours?|stunden?|horas?|heures?|days?)\b[^,;]{0,30}|\b(?:immediately|at once|sofort|immédiatement|inmediatamente|imediatamente))[).;]*$/i;

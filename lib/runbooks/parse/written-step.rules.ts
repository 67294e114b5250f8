import { CODE_SPAN, codeIn, withoutTicks } from "@/lib/kernel/code-spans";
import { readCodeSpans } from "./commands";
import type { Inline, ParsedStep } from "./types";

/**
 * A step that somebody wrote in the room, as one of a runbook is shown: what stands in backticks is code, and a command
 * where it is one. What it needs and how long it takes is said beside it, never read from its words.
 */
export function writtenStep(text: string): ParsedStep {
  const inlines = inlinesOf(text);
  const lines = { start: 1, end: 1 };
  const { commands } = readCodeSpans(inlines, lines);
  return {
    ...{ type: "step", key: "", parentKey: null, groupKey: null, choiceKey: null, depth: 0 },
    ...{ title: null, text: withoutTicks(text), inlines },
    ...{ origin: "bullet", checked: null, condition: null, expect: null, ifFails: null },
    ...{ timeBoxMinutes: null, needsSecondPerson: false, needsEvidence: false },
    ...{ commands, http: [], details: [], lines },
  };
}

function inlinesOf(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const span of text.matchAll(CODE_SPAN)) {
    const before = text.slice(from, span.index);
    if (before) parts.push({ type: "text", text: before });
    parts.push({ type: "code", text: codeIn(span[2] ?? "") });
    from = span.index + span[0].length;
  }
  const rest = text.slice(from);
  return rest ? [...parts, { type: "text", text: rest }] : parts;
}

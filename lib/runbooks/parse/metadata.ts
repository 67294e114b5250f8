import { linesOf } from "./blocks";
import { splitLines } from "./fields";
import type { FlowContent } from "./flow-content";
import { inEnglish } from "./glossary";
import { plainText, readInlines, type Definitions } from "./inline";
import { withoutTrailing } from "./trim";
import type { Inline, LineRange, Metadata } from "./types";

/**
 * Takes lines such as `_Date:_ 2025-11-14` or `**Owner**: Storage team` from the head of a document: paragraphs
 * all of whose lines are a marked label and its value.
 */
export function takeMetadata(
  nodes: readonly FlowContent[],
  definitions: Definitions,
): { metadata: Metadata[]; lines: LineRange[]; rest: FlowContent[] } {
  const metadata: Metadata[] = [];
  const lines: LineRange[] = [];
  // Below the first list, code or table it says something about what stands there.
  const head = nodes.findIndex(({ type }) => type === "list" || type === "code" || type === "table");
  const rest = nodes.filter((node, at) => {
    if (node.type !== "paragraph" || (head >= 0 && at > head)) return true;
    const found = splitLines(readInlines(node.children, definitions), linesOf(node).start)
      .filter((line) => plainText(line.inlines) !== "")
      .map((line) => pairOf(line.inlines, line.line));
    if (found.includes(null)) return true;
    metadata.push(...found.filter((pair) => pair !== null));
    lines.push(linesOf(node));
    return false;
  });
  return { metadata, lines, rest };
}

/** What calls for the runbook is shown where it stands. */
const IS_TRIGGER = /^(?:use (?:this )?when|when to use.*|alerts?|triggers?|signatures?|symptoms?)$/i;

/** What is to be done or known while it is walked is no fact about the document. */
const IS_TOLD =
  /^(?:step \d{1,3}|\d{1,3}|notes?|n\.?b\.?|warnings?|caution|important|danger|attention|tip|hint|roll ?back|escalation|expect\w*|if (?:this|it) fails|exit(?: criteri(?:on|a))?|done when|all[- ]clear)$/i;

const MAX_KEY_WORDS = 3;
const MAX_VALUE = 120;

function pairOf(inlines: readonly Inline[], line: number): Metadata | null {
  const [label, ...others] = inlines;
  if (label?.type !== "strong" && label?.type !== "emphasis") return null;
  const words = plainText([label]);
  const after = plainText(others);
  const key = withoutTrailing(words, " :");
  const divided = words.endsWith(":") || after.startsWith(":");
  const value = after.replace(/^:\s*/, "");
  // What a link leads to would be lost.
  const isPlain = others.every(
    (inline) => inline.type === "text" || inline.type === "code" || inline.type === "break",
  );
  const isShort = key.split(" ").length <= MAX_KEY_WORDS && value.length <= MAX_VALUE;
  const isTold = IS_TRIGGER.test(key) || IS_TOLD.test(inEnglish(key));
  return divided && isPlain && isShort && !isTold && value !== "" ? { key, value, line } : null;
}

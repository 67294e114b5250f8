import type { Inline } from "@/lib/runbooks/parse/types";

/** What a step says to expect, as far as a machine can tell. */
export interface Expected {
  /** Any of these; none: 200 to 299. */
  statuses: number[];
  /** Each stands in the answer. */
  texts: string[];
  /** What every value of a query holds, like `< 0.7`. */
  bounds: Bound[];
}

interface Bound {
  sign: "<" | "<=" | ">" | ">=" | "==" | "!=";
  value: number;
}

/** Reads "Expected: HTTP 204 and `ready`" or "`< 0.7`". @param inlines null when the step says nothing */
export function readExpected(inlines: readonly Inline[] | null): Expected {
  const expected: Expected = { statuses: [], texts: [], bounds: [] };
  let prose = "";
  for (const inline of flat(inlines ?? [])) {
    if (inline.type !== "code") {
      prose += inline.type === "text" ? inline.text : " ";
      continue;
    }
    prose += " ";
    const code = inline.text.trim();
    const status = /^(?:HTTP(?:\/[\d.]+)?\s+)?([1-5]\d\d)(?:\s+[A-Za-z][A-Za-z -]*)?$/.exec(code)?.[1];
    const bound = readBound(code);
    if (status) expected.statuses.push(Number(status));
    else if (bound) expected.bounds.push(bound);
    else if (code !== "") expected.texts.push(code);
  }
  for (const [, status] of prose.matchAll(STATUS)) expected.statuses.push(Number(status));
  for (const [, quoted] of prose.matchAll(/[“"]([^“”"]{1,200})[”"]/g))
    if (quoted) expected.texts.push(quoted);
  return expected;
}

/** A number is a status only beside a word that says so: "200 ms" is none. */
const STATUS =
  /\b(?:HTTP|status(?: code)?(?: is| of)?|code|returns?|answers?(?: with)?|responds?(?: with)?)\s+([1-5]\d\d)\b(?!\s*(?:ms|s|%|\w*seconds?))/gi;

function readBound(code: string): Bound | null {
  const found = /^(?:value\s*)?(<=|>=|==|!=|<|>|≤|≥|=)\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/i.exec(code);
  if (!found) return null;
  const [, sign = "", value] = found;
  const plain = { "≤": "<=", "≥": ">=", "=": "==" }[sign] ?? sign;
  return { sign: plain as Bound["sign"], value: Number(value) };
}

function flat(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => ("children" in inline ? flat(inline.children) : [inline]));
}

/** Whether an answer is what was expected: its status, and every text that was named. Blanks do not count. */
export function httpPassed({ statuses, texts }: Expected, status: number, body: string): boolean {
  const isStatus = statuses.length > 0 ? statuses.includes(status) : status >= 200 && status < 300;
  const plain = withoutBlanks(body);
  return isStatus && texts.every((text) => plain.includes(withoutBlanks(text)));
}

/** Whether every value is within all bounds; null where none is named. No series at all is within none. */
export function queryPassed({ bounds }: Expected, values: readonly number[]): boolean | null {
  if (bounds.length === 0) return null;
  return values.length > 0 && values.every((value) => bounds.every((bound) => holds(bound, value)));
}

function holds({ sign, value: limit }: Bound, value: number): boolean {
  switch (sign) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "==":
      return value === limit;
    case "!=":
      return value !== limit;
  }
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

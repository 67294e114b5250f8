import fc from "fast-check";

/** A step as it is meant to be in a document: its words, how it is written, what hangs on it. */
interface Meant {
  words: string;
  wrapped: boolean;
  expected: boolean;
  parts: string[];
}

const VERBS = ["Restart", "Check", "Clear", "Show", "Open", "Stop", "Drain", "Read"];
const meant: fc.Arbitrary<Meant> = fc.record({
  words: fc
    .tuple(fc.constantFrom(...VERBS), fc.stringMatching(/^[a-z]{3,8}$/))
    .map((words) => words.join(" the ")),
  wrapped: fc.boolean(),
  expected: fc.boolean(),
  parts: fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { maxLength: 3 }),
});
/** Lists of all kinds, with what hangs on their items, between other lines. */
export const document = fc.record({
  steps: fc.uniqueArray(meant, { minLength: 1, maxLength: 12, selector: ({ words }) => words }),
  marker: fc.constantFrom("1.", "1)", "8.", "-", "same"),
  indent: fc.constantFrom("", " "),
  loose: fc.boolean(),
  eol: fc.constantFrom("\n", "\r\n"),
  closed: fc.boolean(),
  after: fc.boolean(),
});

export type Document = typeof document extends fc.Arbitrary<infer D> ? D : never;

export const HEAD = ["# Orders are stuck", "", "Some   words.  ", "", "## Steps", ""];
export const TAIL = ["", "## Links", "", "* [one](https://one.example.org)", ""];

export function write({ steps, marker, indent, loose, eol, closed, after }: Document): string {
  const items = steps.flatMap((step, index) => [
    ...(loose && index > 0 ? [""] : []),
    ...writeStep(step, indent, markerAt(marker, index)),
  ]);
  const text = [...HEAD, ...items, ...(after ? TAIL : [])].join(eol);
  return closed ? text + eol : text;
}

function markerAt(marker: string, index: number): string {
  if (marker === "-") return "-";
  if (marker === "same") return "1.";
  return `${Number.parseInt(marker, 10) + index}${marker.at(-1)}`;
}

function writeStep({ words, wrapped, expected, parts }: Meant, indent: string, marker: string): string[] {
  const inner = indent + " ".repeat(marker.length + 1);
  return [
    `${indent}${marker} ${words}${wrapped ? "" : " and wait for it"}`,
    ...(wrapped ? [`${inner}and wait for it`] : []),
    ...(expected ? [`${inner}- Expected: all is well`] : []),
    ...parts.map((part, index) => `${inner}- Show the part ${part} ${index}`),
  ];
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRunbook } from "../parse/parse-runbook";
import type { ParsedRunbook } from "../parse/types";
import { formsOf, saysOnly, type Form, type Kind } from "./kind-forms.rules";
import { readOutline } from "./outline.rules";
import { linesIn } from "./source-lines.rules";
import { document, write, type Document } from "./testing/a-list";

const KINDS = ["step", "note", "group", "criterion", "alternative", "sequence"] as const;

interface Made {
  before: string;
  line: number;
  form: Form;
}

/** What is written for the step at a place, whatever its depth; null where Markdown cannot say it. */
function made(before: string, line: number, as: Kind): Made | null {
  const parsed = parseRunbook(before);
  const form = formsOf(readOutline(before, parsed), line, as).find((one) =>
    saysOnly(parsed, parseRunbook(one.source), one.lines, { line, as }),
  );
  return form ? { before, line, form } : null;
}

function lineOf(source: string, pick: number): number {
  const steps = parseRunbook(source).sections.flatMap(({ items }) =>
    items.filter((item) => item.type === "step"),
  );
  return steps[pick % steps.length]?.lines.start ?? 0;
}

function check(property: (doc: Document, pick: number, as: Kind) => void): void {
  fc.assert(fc.property(document, fc.nat(40), fc.constantFrom(...KINDS), property), { numRuns: 25 });
}

/** What stands on lines outside of a range. */
function outside({ sections }: ParsedRunbook, { start, end }: Form["lines"]): string[] {
  return sections
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const { lines } = item.type === "note" ? item.block : item;
      const words = item.type === "note" ? "" : item.key;
      // A list of notes is one piece, however many of its items are meant.
      return item.type === "note" || (lines.start >= start && lines.start <= end)
        ? []
        : [`${lines.start} ${item.type} ${words}`];
    });
}

test("whatever a piece becomes, other lines stay byte for byte, and other pieces what they were", () => {
  check((doc, pick, as) => {
    const before = write(doc);
    const found = made(before, lineOf(before, pick), as);
    if (!found) return;
    const { source, lines } = found.form;
    const [was, is] = [linesIn(before), linesIn(source)];
    expect(is).toHaveLength(was.length);
    is.forEach((line, index) => {
      if (index + 1 < lines.start || index + 1 > lines.end) expect(line).toEqual(was[index]);
      expect(line.end).toBe(was[index]?.end);
    });
    expect(outside(parseRunbook(source), lines)).toEqual(outside(parseRunbook(before), lines));
  });
});

test("a step that becomes a note and a step again leaves the document byte for byte", () => {
  let count = 0;
  check((doc, pick) => {
    const before = write(doc);
    const line = lineOf(before, pick);
    const note = made(before, line, "note");
    if (!note) return;
    count++;
    expect(made(note.form.source, line, "step")?.form.source).toBe(before);
  });
  expect(count).toBeGreaterThan(5);
});

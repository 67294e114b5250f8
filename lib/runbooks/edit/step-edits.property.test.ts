import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRunbook } from "../parse/parse-runbook";
import type { ParsedStep } from "../parse/types";
import { editableStep, editStep, readOutline, type StepEdit } from "./step-edits.rules";
import { document, HEAD, TAIL, write, type Document } from "./testing/a-list";

/** Every step with the words of those it is a part of. */
function tree(steps: readonly ParsedStep[]): string[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  return steps.map((step) => {
    const above = step.parentKey === null ? undefined : byKey.get(step.parentKey);
    return `${above?.text ?? ""} > ${step.text} (${step.expect?.text ?? ""})`;
  });
}

function stepsIn(source: string): ParsedStep[] {
  const { sections } = parseRunbook(source);
  return sections.flatMap(({ items }) => items.filter((item) => item.type === "step"));
}

/** The steps of the top, each with its parts, as `tree` tells them. */
function blocksOf(source: string): string[][] {
  const steps = stepsIn(source);
  const told = tree(steps);
  const blocks: string[][] = [];
  for (const [index, step] of steps.entries()) {
    if (step.depth === 0) blocks.push([told[index] ?? ""]);
    else blocks.at(-1)?.push(told[index] ?? "");
  }
  return blocks;
}

interface Made {
  before: string;
  source: string;
  at: number;
  line: number;
}

function edited(doc: Document, pick: number, edit: StepEdit): Made | null {
  const before = write(doc);
  const parsed = parseRunbook(before);
  const tops = stepsIn(before).filter(({ depth }) => depth === 0);
  const at = pick % tops.length;
  const result = editStep(readOutline(before, parsed), tops[at]?.key ?? "", edit);
  return result && { before, at, ...result };
}

/** What no edit of the list may touch: all above it, all below it, and how lines end. */
function expectRestKept({ before, source }: Made, { eol, closed, after }: Document): void {
  const head = HEAD.join(eol) + eol;
  const tail = after ? eol + TAIL.join(eol) + (closed ? eol : "") : "";
  expect(source.startsWith(head)).toBe(true);
  expect(source.endsWith(tail)).toBe(true);
  expect(source.endsWith("\n")).toBe(before.endsWith("\n"));
  if (eol === "\r\n") expect(source.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  else expect(source).not.toContain("\r");
}

function check(property: (doc: Document, pick: number) => void): void {
  fc.assert(fc.property(document, fc.nat(11), property), { numRuns: 25 });
}

describe("whatever the list", () => {
  test("a moved step changes places with its neighbour, both with their parts", () => {
    check((doc, pick) => {
      for (const by of [1, -1] as const) {
        const made = edited(doc, pick, { kind: "move", by });
        const blocks = blocksOf(write(doc));
        const at = pick % blocks.length;
        const [block] = blocks.slice(at, at + 1);
        if (!blocks[at + by] || !block) {
          expect(made).toBeNull();
          continue;
        }
        if (!made) throw new Error("Not moved");
        expect(blocksOf(made.source)).toEqual(blocks.toSpliced(at, 1).toSpliced(at + by, 0, block));
        expectRestKept(made, doc);
      }
    });
  });

  test("a step moved there and back leaves the document byte for byte", () => {
    check((doc, pick) => {
      const there = edited(doc, pick, { kind: "move", by: 1 });
      if (!there) return;
      const parsed = parseRunbook(there.source);
      const step = stepsIn(there.source).filter(({ depth }) => depth === 0)[there.at + 1];
      const back = editStep(readOutline(there.source, parsed), step?.key ?? "", { kind: "move", by: -1 });
      expect(back?.source).toBe(there.before);
    });
  });

  test("another text is the text of that step, and of no other", () => {
    check((doc, pick) => {
      const made = edited(doc, pick, { kind: "retype", text: "Look at the dashboard" });
      if (!made) throw new Error("Not typed");
      const wanted = blocksOf(made.before);
      const old = stepsIn(made.before).filter(({ depth }) => depth === 0)[made.at]?.text ?? "";
      wanted[made.at] = (wanted[made.at] ?? []).map((line) => line.replace(old, "Look at the dashboard"));
      expect(blocksOf(made.source)).toEqual(wanted);
      expectRestKept(made, doc);
    });
  });

  test("its own text, typed again, changes nothing that is read", () => {
    check((doc, pick) => {
      const before = write(doc);
      const parsed = parseRunbook(before);
      const tops = stepsIn(before).filter(({ depth }) => depth === 0);
      const step = tops[pick % tops.length];
      const text = editableStep(readOutline(before, parsed), step?.key ?? "")?.text ?? "";
      expect(text).toBe(step?.text);
      const made = edited(doc, pick, { kind: "retype", text });
      expect(blocksOf(made?.source ?? "")).toEqual(blocksOf(before));
    });
  });

  test("an added step stands below the parts of the one above it", () => {
    check((doc, pick) => {
      const made = edited(doc, pick, { kind: "add", text: "Look at the dashboard" });
      if (!made) throw new Error("Not added");
      const wanted = blocksOf(made.before).toSpliced(made.at + 1, 0, [" > Look at the dashboard ()"]);
      expect(blocksOf(made.source)).toEqual(wanted);
      expect(made.source.split(/\r?\n/)[made.line - 1]).toMatch(/Look at the dashboard$/);
      expectRestKept(made, doc);
    });
  });

  test("a deleted step is gone with its parts, and nothing else is", () => {
    check((doc, pick) => {
      const made = edited(doc, pick, { kind: "delete" });
      if (!made) throw new Error("Not deleted");
      if (blocksOf(made.before).length > 1) {
        expect(blocksOf(made.source)).toEqual(blocksOf(made.before).toSpliced(made.at, 1));
        expectRestKept(made, doc);
      } else expect(blocksOf(made.source)).toEqual([]);
    });
  });

  test("a box put before a text and taken away leaves the document byte for byte", () => {
    check((doc, pick) => {
      const made = edited(doc, pick, { kind: "box", on: true });
      if (!made) throw new Error("No box");
      const step = stepsIn(made.source).filter(({ depth }) => depth === 0)[made.at];
      expect(step?.checked).toBe(false);
      const outline = readOutline(made.source, parseRunbook(made.source));
      expect(editStep(outline, step?.key ?? "", { kind: "box", on: false })?.source).toBe(made.before);
    });
  });

  test("numbers for bullets, or bullets for numbers, keep every step, part and field", () => {
    check((doc, pick) => {
      for (const as of ["ordered", "bullet"] as const) {
        const made = edited(doc, pick, { kind: "list", as });
        if (!made) throw new Error("Not changed");
        expect(blocksOf(made.source)).toEqual(blocksOf(made.before));
        expectRestKept(made, doc);
      }
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roleChoiceSchema } from "./choices";
import { FIXTURES, parsed, sourceOf } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { parsedRunbookSchema } from "./schema";
import type { ParsedRunbook, SectionItem } from "./types";

const PIECES = [
  "# Heading\n", "## Exit criteria\n", "1. Do this\n", "2. Then `git push --force`\n", "- [ ] Check it\n", "- **Group:**\n",
  "  - Nested thing\n", "Label:\n", "- fill it, or\n", "- or not\n", "```bash\n", "# 1. Step\n", "```\n", "~~~\n", "> quoted\n",
  "| Issue | Owner | SLA |\n", "| --- | --- | --- |\n", "| a | b | 1 hour |\n", "<!-- note -->\n", "<a-context>\n", "</a-context>\n",
  "---\n", "===\n", "[ref]: https://example.org\n", "[^1]: Footnote\n", "    indented\n", "```mermaid\nflowchart TD\nA-->B{c}\n```\n",
  "Expected: it works\n", "**1. Bold step**\n", "<PID> `kill -9 <PID>` \n", "\n", "\n\n", "\t", " ", "\\", "*", "_a_", "[x](y)", "\0", "\ud800", "é", "\r\n", "\r",
]; // oxfmt-ignore

const anyDocument = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
);

/** A fixture with a piece cut out and another put in somewhere. */
const mutatedFixture = fc
  .record({
    source: fc.constantFrom(...FIXTURES.map(sourceOf)),
    from: fc.nat({ max: 2_000 }),
    length: fc.nat({ max: 60 }),
    piece: fc.constantFrom(...PIECES),
  })
  .map(({ source, from, length, piece }) => source.slice(0, from) + piece + source.slice(from + length));

function startOf(item: SectionItem): number {
  return item.type === "note" ? item.block.lines.start : item.lines.start;
}

function keysOf(runbook: ParsedRunbook): string[] {
  return runbook.sections.flatMap((section) => [
    section.key,
    ...section.items.flatMap((item) => (item.type === "note" ? [] : [item.key])),
  ]);
}

/** Every string within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("any document", () => {
  it.each([
    ["arbitrary text", anyDocument],
    ["a mutated fixture", mutatedFixture],
  ])("is read without an error and without losing a line: %s", (_, documents) => {
    fc.assert(
      fc.property(documents, (source) => {
        const runbook = parseRunbook(source);
        expect(runbook.lines.accounted).toBe(runbook.lines.total);
        expect(runbook.findings.map((finding) => finding.code)).not.toContain("too-complex");
        expect(parsedRunbookSchema.safeParse(JSON.parse(JSON.stringify(runbook))).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("loses no line and keeps the order, whatever a person chose", () => {
    const as = fc.constantFrom(...roleChoiceSchema.shape.as.options);
    const choice = fc.record({
      kind: fc.constant("role" as const),
      line: fc.integer({ min: 1, max: 90 }),
      as,
    });
    fc.assert(
      fc.property(mutatedFixture, fc.array(choice, { maxLength: 12 }), (source, choices) => {
        const { lines, sections, findings } = parseRunbook(source, { choices });
        expect(lines.accounted).toBe(lines.total);
        expect(findings.map(({ code }) => code)).not.toContain("too-complex");
        const starts = sections.flatMap((section) => section.items.map(startOf));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it("keeps the order of the source", () => {
    fc.assert(
      fc.property(mutatedFixture, (source) => {
        const { sections, lineUses } = parseRunbook(source);
        const starts = sections.flatMap((section) => section.items.map(startOf));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        const uses = lineUses.map((use) => use.lines.start);
        expect(uses).toEqual([...uses].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same result twice, and no key twice", () => {
    fc.assert(
      fc.property(mutatedFixture, (source) => {
        const runbook = parseRunbook(source);
        expect(parseRunbook(source)).toEqual(runbook);
        expect(new Set(keysOf(runbook)).size).toBe(keysOf(runbook).length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a fixture", () => {
  it.each(FIXTURES)("%s keeps every word of what is imported", (name) => {
    const source = sourceOf(name).split("\n");
    const { notImported, ...runbook } = parsed(name);
    const said = textsIn([runbook.title, runbook.metadata, runbook.sections]).join(" ");
    source.forEach((line, i) => {
      if (notImported.some(({ lines }) => lines.start <= i + 1 && i + 1 <= lines.end)) return;
      const words = line.replace(MARKS, "").match(/[\p{L}\p{N}]{2,}/gu) ?? [];
      expect(words.filter((word) => !said.includes(word))).toEqual([]);
    });
  });

  it.each(FIXTURES)("%s keeps its keys when something else is edited", (name) => {
    const source = sourceOf(name);
    const before = keysOf(parsed(name));
    const after = new Set(keysOf(parseRunbook(`${source}\n\n## Something new\n\n1. Sing a song\n`)));
    expect(before.filter((key) => !after.has(key))).toEqual([]);
  });
});

/** Marks whose words are no text: numbers of items, languages of fences, labels of fields. */
const MARKS =
  /^\s*(?:\d+[.)]|#\s*\d+\.|`{3}\w*|- Command:|- Expected:|Expected result:|- If this fails:|What to do if this fails:)/;

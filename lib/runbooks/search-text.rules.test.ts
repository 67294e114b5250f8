import { describe, expect, it, test } from "vitest";
import { parseRunbook } from "./parse/parse-runbook";
import { excerptOf, markedParts, notesTextOf, searchTextOf, searchWords } from "./search-text.rules";

test("the words of a search are small and at most ten", () => {
  expect(searchWords("  redis-cli  FLUSHALL ")).toEqual(["redis-cli", "flushall"]);
  expect(searchWords(undefined)).toEqual([]);
  expect(searchWords("a ".repeat(20))).toHaveLength(10);
});

test("notes, tables, code, groups and what to expect are looked through after what is walked", () => {
  const source = `# Orders

The queue is *long*.

| check | what |
| --- | --- |
| \`pg_locks\` | locks |

## Repair

1. Look.
   - Expected: no CrashLoopBackOff
   - Note: at night

## Exit criteria

- The queue is short

  For an hour.

[board]: https://boards.example.org/orders
`;
  const parsed = parseRunbook(source);
  const notes = notesTextOf(parsed).split("\n");
  expect(notes).toEqual(
    expect.arrayContaining(["the queue is long.", "check | what", "pg_locks | locks", "note: at night"]),
  );
  expect(notes).toEqual(expect.arrayContaining(["for an hour.", "board: https://boards.example.org/orders"]));
  expect(notes.join(" ")).toContain("no crashloopbackoff");
  expect(searchTextOf(parsed, { slug: "orders", fileName: null })).not.toContain("pg_locks");
});

describe("what is shown of a line", () => {
  it("is all of a short one, on one line", () => {
    expect(excerptOf("redis-cli\n  FLUSHALL", ["flushall"])).toBe("redis-cli FLUSHALL");
  });

  it("begins a little before the first of the words in a long one", () => {
    const line = `${"before ".repeat(30)}needle ${"after ".repeat(40)}`;
    const shown = excerptOf(line, ["missing", "needle"]);
    expect(shown).toMatch(/^….{30}needle .*…$/);
    expect(shown.length).toBeLessThanOrEqual(142);
    expect(excerptOf("x".repeat(200), ["missing"])).toBe(`${"x".repeat(140)}…`);
  });
});

test.each([
  ["Run redis-cli FLUSHALL", ["redis-cli", "flushall"], "Run [redis-cli] [FLUSHALL]"],
  ["a.b (c) [d] a+b", ["a.b", "(c)", "[d]", "+"], "[a.b] [(c)] [[d]] a[+]b"],
  ["flushall", ["flush", "flushall"], "[flushall]"],
  ["nothing", [], "nothing"],
  ["nothing", ["else"], "nothing"],
])("in %s the words are marked, whatever stands in them", (text, words, marked) => {
  const parts = markedParts(text, words);
  expect(parts.map((part) => (part.isWord ? `[${part.text}]` : part.text)).join("")).toBe(marked);
});

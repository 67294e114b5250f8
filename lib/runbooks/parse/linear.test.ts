import { describe, expect, it } from "vitest";
import { FIXTURES, sourceOf } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

/** What once took quadratic time or ran out of stack. */
const PILES: Record<string, string> = {
  brackets: "[",
  "open links": "[a](",
  emphasis: "*a ",
  quotes: ">",
  "nested numbers": "1. ",
  underlines: "a\n=\n",
  "quoted paragraphs": "> a\n\n",
  "open fences": "```sh\n# 1. a\nls 'x\n```\n",
  "open tags": "<a-context>\n\n",
  tables: "|a|\n|-|\n\n",
  words: "word ",
};

describe("reading takes linear time", () => {
  it.each(Object.entries(PILES))(
    "for a pile of %s",
    (_, pile) => {
      const small = pile.repeat(Math.ceil(10_000 / pile.length));
      const runbook = parseRunbook(small.repeat(4));
      expect(runbook.lines.accounted).toBe(runbook.lines.total);
    },
    20_000,
  );

  it("and keeps what is beyond its limit as text", () => {
    const long = FIXTURES.map(sourceOf).join("\n\n").repeat(100);
    const runbook = parseRunbook(long);
    expect(runbook.lines.accounted).toBe(runbook.lines.total);
    expect(runbook.findings.map((finding) => finding.code)).toContain("too-large");
  }, 20_000);
});
